package ch.meinkonto.messages;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import ch.meinkonto.account.Accounts;
import ch.meinkonto.contract.RequestState;
import ch.meinkonto.request.Question;
import ch.meinkonto.request.UnitDocument;
import ch.meinkonto.request.UnitMessage;
import ch.meinkonto.testing.PortalTest;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** A parent and a tenant read what clerks write them. */
@PortalTest
@Import(Story.class)
class ThreadsTest {

  @Autowired Story story;
  @Autowired Threads threads;
  @Autowired Letters letters;
  @Autowired Accounts accounts;
  @Autowired JdbcClient jdbc;
  @Autowired TransactionTemplate transaction;

  @Test
  void theParentSeesTheConfirmationThenWhatTheClerkWrites() {
    var parent = story.resident("Anna", "Keller");
    var request = story.sends(parent, "umzug-melden", "personenmeldeamt");
    story.requestIs(request, RequestState.ACCEPTED, "");
    story.clerkWrites(request, "Guten Tag Frau Keller", pdf("Merkblatt.pdf"));
    var thread = story.thread(parent, request);
    var read = letters.ofThread(parent, thread.id(), null, 10);
    assertThat(read)
        .extracting(Letter::kind)
        .containsExactly(MessageKind.MESSAGE, MessageKind.STATE, MessageKind.RECEIPT);
    assertThat(read.getFirst().body().text()).isEqualTo("Guten Tag Frau Keller");
    var file = read.getFirst().body().files().getFirst();
    assertThat(
            letters
                .document(parent, thread.id(), requireNonNull(file.id()))
                .orElseThrow()
                .content())
        .isEqualTo("%PDF-marker".getBytes(UTF_8));
    assertThat(thread.unread()).isEqualTo(3);
  }

  @Test
  void theFrameCountsWhatTheListShows() {
    var parent = story.resident("Anna", "Keller");
    var first = story.sends(parent, "umzug-melden", "personenmeldeamt");
    story.clerkWrites(first, "Guten Tag Frau Keller");
    story.sends(parent, "umzug-melden", "personenmeldeamt");
    assertThat(threads.page(parent, Folder.UNREAD, null, 10)).hasSize(2);
    assertThat(threads.unreadThreads(parent.value())).isEqualTo(2);
  }

  @Test
  void readingMarksWhatWasSeenAndNothingThatCameMeanwhile() {
    var parent = story.resident("Anna", "Keller");
    var request = story.sends(parent, "umzug-melden", "personenmeldeamt");
    var seen = story.thread(parent, request);
    story.clerkWrites(request, "Gerade eben");
    threads.read(seen.id(), seen.lastMessageId());
    assertThat(story.thread(parent, request).unread()).isEqualTo(2);
    assertThat(threads.unreadThreads(parent.value())).isEqualTo(1);
    threads.read(seen.id(), story.thread(parent, request).lastMessageId());
    assertThat(threads.unreadThreads(parent.value())).isZero();
    threads.unread(parent, seen.id());
    assertThat(threads.unreadThreads(parent.value())).isEqualTo(1);
  }

  @Test
  void whatWasPutAwayComesBackWhenTheClerkWritesAgain() {
    var tenant = story.resident("Beat", "Frei");
    var request = story.sends(tenant, "umzug-melden", "personenmeldeamt");
    var id = story.thread(tenant, request).id();
    threads.archive(tenant, id);
    assertThat(threads.page(tenant, Folder.INBOX, null, 10)).isEmpty();
    assertThat(threads.page(tenant, Folder.ARCHIVE, null, 10)).hasSize(1);
    assertThat(threads.unreadThreads(tenant.value())).isZero();
    story.clerkWrites(request, "Noch etwas");
    assertThat(threads.page(tenant, Folder.INBOX, null, 10)).hasSize(1);
  }

  @Test
  void theInboxComesInPagesWithoutGapsOrRepeats() {
    var parent = story.resident("Anna", "Keller");
    for (int i = 0; i < 25; i++) {
      story.sends(parent, "umzug-melden", "personenmeldeamt");
    }
    var first = threads.page(parent, Folder.INBOX, null, 20);
    var second = threads.page(parent, Folder.INBOX, first.getLast().lastMessageId(), 20);
    assertThat(first).hasSize(20);
    assertThat(second).hasSize(5);
    assertThat(first).doesNotContainAnyElementsOf(second);
    assertThat(threads.page(parent, Folder.UNREAD, null, 100)).hasSize(25);
  }

  @Test
  void nobodyFindsAThreadOfSomebodyElse() {
    var parent = story.resident("Anna", "Keller");
    var tenant = story.resident("Beat", "Frei");
    var thread = story.thread(parent, story.sends(parent, "umzug-melden", "personenmeldeamt"));
    assertThat(threads.find(tenant, thread.id())).isEmpty();
    assertThat(threads.archive(tenant, thread.id())).isFalse();
    assertThat(threads.unread(tenant, thread.id())).isFalse();
    assertThat(threads.unarchive(tenant, thread.id())).isFalse();
  }

  @Test
  void theSameWordTwiceIsOneMessage() {
    var parent = story.resident("Anna", "Keller");
    var request = story.sends(parent, "umzug-melden", "personenmeldeamt");
    var message = new UnitMessage("Einmal", List.of(), Instant.parse("2026-11-24T08:00:00Z"));
    var question = new Question("q-1", "Wann?", false, Instant.parse("2026-11-24T08:01:00Z"));
    story.conversation().unitWrites(request, message);
    story.conversation().unitWrites(request, message);
    story.conversation().unitAsks(request, question);
    story.conversation().unitAsks(request, question);
    story.conversation().opened(request, "the same receipt", "", "");
    assertThat(letters.ofThread(parent, story.thread(parent, request).id(), null, 10)).hasSize(3);
    assertThat(story.thread(parent, request).unread()).isEqualTo(3);
  }

  @Test
  void theSameWordFromManySidesAtOnceIsOneMessage() throws Exception {
    var parent = story.resident("Anna", "Keller");
    var request = story.sends(parent, "umzug-melden", "personenmeldeamt");
    var message = new UnitMessage("Einmal", List.of(), Instant.parse("2026-11-24T08:00:00Z"));
    try (var nodes = Executors.newVirtualThreadPerTaskExecutor()) {
      var told =
          IntStream.range(0, 12)
              .mapToObj(_ -> nodes.submit(() -> story.conversation().unitWrites(request, message)))
              .toList();
      for (var one : told) {
        one.get();
      }
    }
    assertThat(letters.ofThread(parent, story.thread(parent, request).id(), null, 20)).hasSize(2);
    assertThat(story.thread(parent, request).unread()).isEqualTo(2);
  }

  @Test
  void manyReadersAndAWritingClerkDoNotLoseAMessage() throws Exception {
    var parent = story.resident("Anna", "Keller");
    var request = story.sends(parent, "umzug-melden", "personenmeldeamt");
    var id = story.thread(parent, request).id();
    try (var tabs = Executors.newVirtualThreadPerTaskExecutor()) {
      var all =
          IntStream.range(0, 30)
              .mapToObj(i ->
                  tabs.submit(() -> {
                    if (i % 3 == 0) {
                      story.clerkWrites(request, "Nachricht " + i);
                    } else {
                      var seen = threads.find(parent, id).orElseThrow();
                      threads.read(id, seen.lastMessageId());
                    }
                  }))
              .toList();
      for (var one : all) {
        one.get();
      }
    }
    assertThat(letters.ofThread(parent, id, null, 100)).hasSize(11);
    threads.read(id, story.thread(parent, request).lastMessageId());
    assertThat(threads.unreadThreads(parent.value())).isZero();
  }

  @Test
  void aMessageExistsOnlyWhenWhatCausedItWasStored() {
    var parent = story.resident("Anna", "Keller");
    var request = story.sends(parent, "umzug-melden", "personenmeldeamt");
    transaction.executeWithoutResult(status -> {
      story.clerkWrites(request, "Doch nicht");
      status.setRollbackOnly();
    });
    assertThat(threads.unreadThreads(parent.value())).isEqualTo(1);
  }

  @Test
  void aQuestionWaitsUntilItIsAnsweredOrTheRequestIsOver() {
    var parent = story.resident("Anna", "Keller");
    var request = story.sends(parent, "umzug-melden", "personenmeldeamt");
    story.clerkAsks(request, "q-1", "Wann ziehen Sie um?", true);
    assertThat(story.thread(parent, request).asks()).isTrue();
    story.requestIs(request, RequestState.CLOSED, "");
    assertThat(story.thread(parent, request).asks()).isFalse();
  }

  @Test
  void nothingThatWasSaidCanBeReadInTheDatabase() {
    var parent = story.resident("Anna", "Keller");
    var request = story.sends(parent, "marker-dienst", "marker-amt");
    story.clerkWrites(
        request,
        "Markertext",
        new UnitDocument("Markername.pdf", "application/pdf", "%PDF-marker".getBytes(UTF_8)));
    story.clerkAsks(request, "marker-frage", "Markerfrage", true);
    story.requestIs(request, RequestState.DECIDED, "Markerentscheid");
    for (var table :
        List.of("messages_thread", "messages_letter", "messages_document", "messages_notice")) {
      var rows = jdbc.sql("SELECT t::text FROM " + table + " t").query(String.class).list();
      assertThat(rows).isNotEmpty();
      for (var marker :
          List.of(
              "Markertext",
              "Markername",
              "PDF-marker",
              "marker-frage",
              "Markerfrage",
              "Markerentscheid",
              "marker-dienst",
              "marker-amt",
              request.reference().value())) {
        var hex = HexFormat.of().formatHex(marker.getBytes(UTF_8));
        assertThat(rows).as("%s in %s", marker, table).noneMatch(row -> row.contains(marker));
        assertThat(rows).as("%s in %s", marker, table).noneMatch(row -> row.contains(hex));
      }
    }
  }

  @Test
  void closingTheAccountErasesAllOfIt() {
    var parent = story.resident("Anna", "Keller");
    var tenant = story.resident("Beat", "Frei");
    var request = story.sends(parent, "umzug-melden", "personenmeldeamt");
    story.sends(tenant, "umzug-melden", "personenmeldeamt");
    story.clerkWrites(request, "Mit Beilage", pdf("Merkblatt.pdf"));
    var thread = story.thread(parent, request).id();
    accounts.close(parent);
    assertThat(count("messages_thread WHERE account_id = '" + parent + "'")).isZero();
    assertThat(count("messages_letter WHERE thread_id = '" + thread + "'")).isZero();
    assertThat(count("messages_document WHERE letter_id NOT IN (SELECT id FROM messages_letter)"))
        .isZero();
    assertThat(count("messages_notice WHERE account_id = '" + parent + "'")).isZero();
    assertThat(threads.page(tenant, Folder.INBOX, null, 10)).hasSize(1);
  }

  private int count(String what) {
    return jdbc.sql("SELECT count(*) FROM " + what).query(Integer.class).single();
  }

  private static UnitDocument pdf(String name) {
    return new UnitDocument(name, "application/pdf", "%PDF-marker".getBytes(UTF_8));
  }
}
