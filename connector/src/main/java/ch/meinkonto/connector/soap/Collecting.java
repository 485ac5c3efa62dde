package ch.meinkonto.connector.soap;

import ch.meinkonto.connector.Counts;
import ch.meinkonto.connector.Surroundings;
import ch.meinkonto.connector.Trouble;
import ch.meinkonto.connector.handover.NotNow;
import ch.meinkonto.connector.handover.Replies;
import ch.meinkonto.connector.handover.Unusable;
import ch.meinkonto.connector.soap.exchange.CollectResponse;
import ch.meinkonto.connector.soap.exchange.ConfirmResponse;
import ch.meinkonto.connector.soap.exchange.WordType;
import ch.meinkonto.unit.PortalUnavailable;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Collects what the unit has to say, says it to the portal, and confirms it. Until it is confirmed
 * it comes again, and is heard once: its name is the key under which it is said.
 */
final class Collecting {

  private static final Logger log = LoggerFactory.getLogger(Collecting.class);
  private static final Duration PAUSE = Duration.ofSeconds(15);
  private static final int USUAL = 10;

  private final String unit;
  private final Exchange exchange;
  private final Frame frame;
  private final Replies replies;
  private final Counts counts;
  private final Clock clock;
  private final Trouble trouble;
  private final Map<String, Instant> holds = new HashMap<>();
  private int maximum = USUAL;
  private volatile boolean closed;

  Collecting(Surroundings around, Exchange exchange, Frame frame, Replies replies) {
    this.unit = around.unitId();
    this.exchange = exchange;
    this.frame = frame;
    this.replies = replies;
    this.counts = around.counts();
    this.clock = around.clock();
    this.trouble = new Trouble(log, unit + ": answers reach the portal again");
  }

  /** What keeps answers from being sent. */
  Optional<String> trouble() {
    return trouble.current();
  }

  void close() {
    closed = true;
  }

  /** One round. */
  void round() {
    if (closed) {
      return;
    }
    try {
      listen();
    } catch (NotNow | IOException e) {
      because(String.valueOf(e.getMessage()));
    } catch (MessageRefused e) {
      because("its system does not understand what it is asked (fault %s)".formatted(e.code()));
    }
  }

  private void because(String why) {
    if (!closed) {
      trouble.because(
          "%s: %s; its answers stay there and are asked for again".formatted(unit, why));
    }
  }

  private void listen() throws NotNow, MessageRefused, IOException {
    CollectResponse answer = collect();
    Instant now = clock.instant();
    holds.values().removeIf(until -> !until.isAfter(now));
    Set<String> waiting = Set.copyOf(holds.keySet());
    boolean nameless = false;
    for (WordType word : answer.getWord()) {
      if (word.getHeader() == null || !Frame.isMessageId(word.getHeader().getMessageId())) {
        nameless = true;
      } else if (word.getReference() == null || !waiting.contains(word.getReference())) {
        deal(word.getHeader().getMessageId(), word);
      }
    }
    if (nameless) {
      because("its system says something without a messageId");
    } else if (holds.isEmpty()) {
      trouble.none();
    }
  }

  /** Words that are too large together may come one by one. */
  private CollectResponse collect() throws NotNow, MessageRefused {
    try {
      CollectResponse answer =
          exchange.call("collect", frame.collect(maximum), CollectResponse.class);
      maximum = USUAL;
      return answer;
    } catch (NotNow e) {
      maximum = 1;
      throw e;
    }
  }

  private void deal(String id, WordType word) throws NotNow, MessageRefused, IOException {
    try {
      replies.say(id, Words.read(word), Words.documents(word));
    } catch (Unusable e) {
      confirm(id, Optional.of(e.reason()));
      counts.add(Counts.Of.NOT_SENT, 1);
      log.warn("{}: {} cannot be sent; its system has been told why", unit, id);
      return;
    } catch (PortalUnavailable e) {
      hold(word);
      throw new IOException("the portal cannot be reached", e);
    } catch (IOException e) {
      hold(word);
      throw e;
    }
    confirm(id, Optional.empty());
    counts.add(Counts.Of.SENT, 1);
    log.info("{}: {} was sent for {}", unit, id, word.getReference());
  }

  /** It has to wait, and with it what comes after it for the same case; nobody else. */
  private void hold(WordType word) {
    holds.put(word.getReference(), clock.instant().plus(PAUSE));
  }

  private void confirm(String id, Optional<String> reason) throws NotNow, MessageRefused {
    exchange.call("confirm", frame.confirm(id, reason), ConfirmResponse.class);
  }
}
