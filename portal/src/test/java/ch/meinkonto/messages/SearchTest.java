package ch.meinkonto.messages;

import static org.assertj.core.api.Assertions.assertThat;

import ch.meinkonto.testing.PortalTest;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

/** A parent looks for what a clerk wrote some time ago. */
@PortalTest
@Import(Story.class)
class SearchTest {

  @Autowired Story story;
  @Autowired Search search;

  @Test
  void findsWordsInMessagesWhateverTheirCaseAndAccents() {
    var parent = story.resident("Anna", "Keller");
    var request = story.sends(parent, "umzug-melden", "personenmeldeamt");
    story.sends(parent, "hund-anmelden", "personenmeldeamt");
    story.clerkWrites(request, "Bitte schicken Sie die Geburtsurkunde von Zoë.");
    assertThat(hits(parent, "GEBURTSURKUNDE zoe")).containsExactly(request.reference().value());
    assertThat(hits(parent, "geburtsurkunde hund")).isEmpty();
  }

  @Test
  void findsTheReferenceHoweverItIsTyped() {
    var parent = story.resident("Anna", "Keller");
    var request = story.sends(parent, "umzug-melden", "personenmeldeamt");
    story.sends(parent, "umzug-melden", "personenmeldeamt");
    var reference = request.reference().value();
    assertThat(hits(parent, reference.toLowerCase(Locale.ROOT))).containsExactly(reference);
    assertThat(hits(parent, reference.replace("-", ""))).containsExactly(reference);
  }

  @Test
  void findsNothingOfSomebodyElse() {
    var parent = story.resident("Anna", "Keller");
    var tenant = story.resident("Beat", "Frei");
    story.clerkWrites(story.sends(parent, "umzug-melden", "personenmeldeamt"), "Schlüsselwort");
    assertThat(hits(tenant, "Schlüsselwort")).isEmpty();
  }

  @Test
  void looksThroughManyInBoundedStretches() {
    var parent = story.resident("Anna", "Keller");
    for (int i = 0; i < 25; i++) {
      story.sends(parent, "umzug-melden", "personenmeldeamt");
    }
    var first = search.find(parent, "umzug", Locale.GERMAN, null);
    assertThat(first.threads()).hasSize(20);
    var second = search.find(parent, "umzug", Locale.GERMAN, first.next());
    assertThat(second.threads()).hasSize(5);
    assertThat(second.next()).isNull();
  }

  private java.util.List<String> hits(ch.meinkonto.account.AccountId account, String words) {
    return search.find(account, words, Locale.GERMAN, null).threads().stream()
        .map(thread -> thread.subject().reference())
        .toList();
  }
}
