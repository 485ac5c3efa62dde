package ch.meinkonto.trust;

import static org.assertj.core.api.Assertions.assertThat;

import ch.meinkonto.testing.PortalTest;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@PortalTest
class WordingTest {

  @Autowired Wording wording;

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
  void eachTopicHasKindsThatThereAreWordsFor() {
    for (var topic : Topic.values()) {
      assertThat(Topic.of(topic.code())).isEqualTo(topic);
    }
    assertThat(Topic.of("unsinn")).isEqualTo(Topic.ALL);
  }

  private static LogEntry entry(String kind, String actor, String subject, String ground) {
    return new LogEntry(UUID.randomUUID(), Instant.EPOCH, kind, actor, subject, ground, null);
  }
}
