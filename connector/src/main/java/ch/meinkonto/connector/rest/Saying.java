package ch.meinkonto.connector.rest;

import ch.meinkonto.connector.Counts;
import ch.meinkonto.connector.Surroundings;
import ch.meinkonto.connector.handover.NotNow;
import ch.meinkonto.connector.handover.Replies;
import ch.meinkonto.connector.handover.Unusable;
import ch.meinkonto.connector.handover.Word;
import ch.meinkonto.connector.handover.WordReader;
import ch.meinkonto.connector.mapping.Mappings;
import ch.meinkonto.contract.Document;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;

/** Says to the portal what an event says, with its documents; or sets it aside with the reason. */
final class Saying {

  private static final Logger log = LoggerFactory.getLogger(Saying.class);
  private static final Duration PATIENCE = Duration.ofHours(1);

  private final Surroundings around;
  private final Attached attached;
  private final Complaints complaints;
  private final Mappings mappings;
  private final Replies replies;
  private final Map<String, Instant> waiting = new HashMap<>();

  Saying(
      Surroundings around,
      Attached attached,
      Complaints complaints,
      Mappings mappings,
      Replies replies) {
    this.around = around;
    this.attached = attached;
    this.complaints = complaints;
    this.mappings = mappings;
    this.replies = replies;
  }

  /**
   * Returns when it is said or set aside; false if it has to wait for another of its case.
   *
   * @param id the API's name for the event
   * @param key names what it says
   * @param held references whose events have to wait; its own is added if it has to
   */
  boolean say(String id, String key, JsonNode said, Set<String> held) throws NotNow, IOException {
    try {
      Word word = WordReader.read(said, mappings);
      if (held.contains(word.reference())) {
        return false;
      }
      replies.say(key, word, documents(id, key, word, held));
      around.counts().add(Counts.Of.SENT, 1);
      log.info("{}: event {} was sent for {}", around.unitId(), id, word.reference());
    } catch (Unusable e) {
      setAside(id, key, e.reason());
    }
    waiting.remove(key);
    return true;
  }

  /** Its documents; while they cannot be fetched, its case waits, for an hour at most. */
  private List<Document> documents(String id, String key, Word word, Set<String> held)
      throws Unusable, NotNow {
    try {
      return attached.of(id, word.attached());
    } catch (NotNow e) {
      Instant now = around.clock().instant();
      if (waiting.computeIfAbsent(key, _ -> now).plus(PATIENCE).isBefore(now)) {
        throw new Unusable("Ein Dokument liess sich eine Stunde lang nicht holen.");
      }
      held.add(word.reference());
      throw e;
    }
  }

  private void setAside(String id, String key, String reason) throws NotNow, IOException {
    complaints.tell(id, key, reason);
    around.counts().add(Counts.Of.NOT_SENT, 1);
    log.warn(
        "{}: event {} cannot be sent; its system or the folder fehler has the reason",
        around.unitId(),
        id);
  }
}
