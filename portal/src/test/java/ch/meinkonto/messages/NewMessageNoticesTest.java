package ch.meinkonto.messages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ch.meinkonto.account.Accounts;
import ch.meinkonto.account.NotifyBy;
import ch.meinkonto.contract.RequestState;
import ch.meinkonto.testing.Mailbox;
import ch.meinkonto.testing.PortalTest;
import ch.meinkonto.testing.TickingClock;
import java.time.Duration;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

/** A tenant is told by mail that there is something new, and never what. */
@PortalTest
@Import(Story.class)
class NewMessageNoticesTest {

  @Autowired Story story;
  @Autowired Accounts accounts;
  @Autowired Threads threads;
  @Autowired NewMessageNotices notices;
  @Autowired Mailbox mailbox;
  @Autowired TickingClock clock;

  @Test
  void theTenantIsToldButNotWhat() {
    var tenant = story.resident("Beat", "Frei");
    var request = story.sends(tenant, "umzug-melden", "personenmeldeamt");
    story.clerkWrites(request, "Geheimwort");
    var mail = mailbox.awaitMail(story.email(tenant), "neue Mitteilung");
    assertThat(mail.raw())
        .doesNotContain("Geheimwort", "umzug", "personenmeldeamt", request.reference().value());
    assertThat(mail.text()).doesNotContain("http");
  }

  @Test
  void whatTheTenantDidIsNoNews() {
    var tenant = story.resident("Beat", "Frei");
    story.sends(tenant, "umzug-melden", "personenmeldeamt");
    var other = story.resident("Cem", "Demir");
    story.clerkWrites(story.sends(other, "umzug-melden", "personenmeldeamt"), "Etwas");
    mailbox.awaitMail(story.email(other), "neue Mitteilung");
    assertThat(mailbox.mails(story.email(tenant))).isEmpty();
  }

  @Test
  void severalMessagesInTenMinutesMakeOneNoticeAndOneMoreIfTheyStayUnread() {
    var tenant = story.resident("Beat", "Frei");
    var request = story.sends(tenant, "umzug-melden", "personenmeldeamt");
    story.clerkWrites(request, "Eins");
    mailbox.awaitMail(story.email(tenant), "neue Mitteilung");
    story.clerkWrites(request, "Zwei");
    story.clerkWrites(request, "Drei");
    assertThat(mailbox.mails(story.email(tenant))).hasSize(1);
    clock.tick(NewMessageNotices.PAUSE.plusSeconds(1));
    await()
        .atMost(Duration.ofSeconds(20))
        .until(() -> mailbox.mails(story.email(tenant)).size() == 2);
  }

  @Test
  void nobodyIsToldLaterOfWhatTheyHaveReadMeanwhile() {
    var tenant = story.resident("Beat", "Frei");
    var request = story.sends(tenant, "umzug-melden", "personenmeldeamt");
    story.clerkWrites(request, "Eins");
    mailbox.awaitMail(story.email(tenant), "neue Mitteilung");
    story.clerkWrites(request, "Zwei");
    var thread = story.thread(tenant, request);
    threads.read(thread.id(), thread.lastMessageId());
    clock.tick(NewMessageNotices.PAUSE.plusSeconds(1));
    notices.later(tenant.value());
    var other = story.resident("Cem", "Demir");
    story.clerkWrites(story.sends(other, "umzug-melden", "personenmeldeamt"), "Etwas");
    mailbox.awaitMail(story.email(other), "neue Mitteilung");
    assertThat(mailbox.mails(story.email(tenant))).hasSize(1);
  }

  @Test
  void whoDoesNotWantNoticesGetsNone() {
    var tenant = story.resident("Beat", "Frei");
    accounts.changePreferences(tenant, Locale.ENGLISH, new NotifyBy(false, true));
    var request = story.sends(tenant, "umzug-melden", "personenmeldeamt");
    story.clerkWrites(request, "Etwas");
    story.requestIs(request, RequestState.DECIDED, "");
    await()
        .atMost(Duration.ofSeconds(20))
        .until(() -> !mailbox.mails(story.email(tenant)).isEmpty());
    assertThat(mailbox.mails(story.email(tenant)))
        .hasSize(1)
        .allMatch(mail -> !mail.subject().contains("message"));
  }
}
