package ch.meinkonto.connector.rest;

import static java.nio.charset.StandardCharsets.UTF_8;

import ch.meinkonto.connector.Trouble;
import ch.meinkonto.connector.handover.Hash;
import ch.meinkonto.connector.handover.NotNow;
import ch.meinkonto.contract.Json;
import ch.meinkonto.unit.PortalUnavailable;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;

/** Hears what the unit's system has to say, event by event in their order. */
final class Hearing {

  private static final Logger log = LoggerFactory.getLogger(Hearing.class);
  private static final int PAGES_A_ROUND = 100;

  private final String unit;
  private final Events events;
  private final Client client;
  private final Calls calls;
  private final Heard heard;
  private final Saying saying;
  private final Trouble trouble;
  private volatile boolean closed;

  Hearing(String unit, Events events, Client client, Calls calls, Heard heard, Saying saying) {
    this.unit = unit;
    this.events = events;
    this.client = client;
    this.calls = calls;
    this.heard = heard;
    this.saying = saying;
    this.trouble = new Trouble(log, unit + ": what its system says is heard again");
  }

  /** Nothing more is heard; what breaks off now is no trouble. */
  void close() {
    closed = true;
  }

  /** What keeps the unit's system from being heard. */
  Trouble trouble() {
    return trouble;
  }

  /** Hears all that is there. */
  void round() {
    if (closed) {
      return;
    }
    try {
      boolean more = true;
      boolean all = true;
      for (int pages = 0; more && pages < PAGES_A_ROUND; pages++) {
        String before = heard.cursor();
        all = page();
        more = all && !heard.cursor().equals(before);
      }
      if (all) {
        trouble.none();
      }
    } catch (PortalUnavailable e) {
      because("the portal cannot be reached; what its system says is tried again");
    } catch (NotNow e) {
      because("events: %s; tried again".formatted(e.getMessage()));
    } catch (IOException e) {
      because(
          "an event cannot be said or noted (%s); tried again"
              .formatted(e.getClass().getSimpleName()));
    }
  }

  private void because(String message) {
    if (!closed) {
      trouble.because(unit + ": " + message);
    }
  }

  /** Whether every event of the page is dealt with. */
  private boolean page() throws NotNow, IOException {
    Answer answer =
        client.send(
            HttpRequest.newBuilder(
                    events.get().below(client.address(), Map.of("cursor", heard.cursor())))
                .header("Accept", "application/json")
                .GET());
    JsonNode body = answer.json();
    JsonNode items = body.at(events.items());
    if (!answer.isGood() || !items.isArray()) {
      throw new NotNow(
          "%s answers %d, and no list of events".formatted(client.address(), answer.status()));
    }
    boolean all = true;
    Set<String> held = new HashSet<>();
    for (JsonNode item : items) {
      all &= isDone(item, held);
      Optional<String> id = Answer.text(item.at(events.id()));
      if (all && events.next().isEmpty() && events.get().has("cursor") && id.isPresent()) {
        heard.upTo(id.get());
      }
    }
    Optional<String> next = events.next().map(body::at).flatMap(Answer::text);
    if (all && next.isPresent()) {
      heard.upTo(next.get());
    }
    return all;
  }

  /** Deals with one event; false if it has to wait. */
  private boolean isDone(JsonNode item, Set<String> held) throws IOException {
    JsonNode said = item.at(events.word());
    byte[] content = Json.bytes(said);
    String id = Answer.text(item.at(events.id())).orElseGet(() -> Hash.of(content));
    String key = Hash.of((id + "\0").getBytes(UTF_8), content);
    try {
      if (!heard.has(key)) {
        if (!saying.say(id, key, said, held)) {
          return false;
        }
        heard.event(key);
      }
      if (events.confirm().isPresent()) {
        calls.make(events.confirm().get(), Map.of("id", id), key, Payload.NONE, false);
      }
      return true;
    } catch (NotNow e) {
      because("event %s: %s; tried again".formatted(id, e.getMessage()));
      return false;
    }
  }
}
