package ch.meinkonto.trust;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ch.meinkonto.testing.PortalTest;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@PortalTest
class WordingTest {

  @Autowired Wording wording;
  @Autowired TrustLog log;

  @Test
  void saysWhatHappenedInTheReadersLanguage() {
    var entry = entry("request-sent", "you", "MK-2026-7F3K-92QD", "your-wish");
    assertThat(wording.what(entry, Locale.GERMAN))
        .isEqualTo("Sie haben den Antrag MK-2026-7F3K-92QD gesendet.");
    assertThat(wording.what(entry, Locale.ENGLISH))
        .isEqualTo("You sent the request MK-2026-7F3K-92QD.");
    assertThat(wording.ground(entry, Locale.GERMAN)).contains("selbst veranlasst");
  }

  @Test
  void findsWordsForWhatItDoesNotKnow() {
    var entry = entry("something-new", "some-unit", "X-1", "some-ground");
    assertThat(wording.what(entry, Locale.GERMAN)).contains("some-unit", "X-1");
    assertThat(wording.ground(entry, Locale.GERMAN)).startsWith("Grundlage");
  }

  @Test
  void thereAreWordsForEachKindOfEachTopicInEachLanguage() {
    for (var topic : Topic.values()) {
      for (var kind : topic.kinds()) {
        for (var language : List.of(Locale.GERMAN, Locale.ENGLISH)) {
          assertThat(wording.what(entry(kind, "you", "", ""), language)).isNotBlank();
        }
      }
    }
  }

  @Test
  void nothingIsRecordedThatThereAreNoWordsFor() {
    var entry = new TrustEntry(UUID.randomUUID(), "something-new", "you", "", "your-wish");
    assertThatThrownBy(() -> log.record(entry)).hasMessageContaining("something-new");
  }

  @Test
  void findsTopicsByTheirCodes() {
    for (var topic : Topic.values()) {
      assertThat(Topic.of(topic.code())).isEqualTo(topic);
    }
    assertThat(Topic.of("unsinn")).isEqualTo(Topic.ALL);
  }

  private static LogEntry entry(String kind, String actor, String subject, String ground) {
    return new LogEntry(UUID.randomUUID(), Instant.EPOCH, kind, actor, subject, ground, null);
  }
}
