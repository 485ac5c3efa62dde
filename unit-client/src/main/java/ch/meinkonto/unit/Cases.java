package ch.meinkonto.unit;

import ch.meinkonto.contract.Document;
import ch.meinkonto.contract.Formal;
import ch.meinkonto.contract.RequestId;
import ch.meinkonto.contract.RequestState;
import ch.meinkonto.contract.UnitEvent;
import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What a unit tells the resident about a request that it has taken. Each call returns when the
 * portal has stored it. Calls are repeated safely within; to repeat one safely yourself, after a
 * crash, name it first: {@code unit.cases().once("outbox-4711").message(…)}.
 */
public final class Cases {

  private final Events events;
  private final @Nullable String key;

  Cases(Events events) {
    this(events, null);
  }

  private Cases(Events events, @Nullable String key) {
    this.events = events;
    this.key = key;
  }

  /** The next call happens once only, however often it is made with this key. */
  public Cases once(String idempotencyKey) {
    return new Cases(events, idempotencyKey);
  }

  /** Writes to the resident. */
  public void message(RequestId request, String text, Document... documents) {
    message(request, text, List.of(documents));
  }

  /** Writes to the resident. */
  public void message(RequestId request, String text, List<Document> documents) {
    send(new UnitEvent.Message(request, text, documents));
  }

  /** Delivers something formally; see {@link #deliver(RequestId, Formal, String, List)}. */
  public String deliver(RequestId request, Formal formal, String text, Document... documents) {
    return deliver(request, formal, text, List.of(documents));
  }

  /**
   * Delivers something formally: the resident opens it after having read what that means. How it
   * went comes as a delivery of its own ({@link ReceivedRequest#notice}); gives the name by which
   * that calls it.
   */
  public String deliver(RequestId request, Formal formal, String text, List<Document> documents) {
    String messageId = key();
    once(messageId).send(new UnitEvent.Message(request, text, documents, messageId, formal));
    return messageId;
  }

  /** Asks the resident something, files welcome; gives the question's id. */
  public String ask(RequestId request, String text) {
    return ask(request, text, true);
  }

  /** Asks the resident something; the answer comes as a delivery of its own. */
  public String ask(RequestId request, String text, boolean uploads) {
    String questionId = key();
    once(questionId).send(new UnitEvent.Question(request, questionId, text, uploads));
    return questionId;
  }

  /**
   * Asks the resident something by a small form; the answer comes with {@code answers} and their
   * {@code schema}.
   *
   * @param fields a list of fields, in the form language
   */
  public String ask(RequestId request, String text, JsonNode fields) {
    String questionId = key();
    once(questionId).send(new UnitEvent.Question(request, questionId, text, false, fields));
    return questionId;
  }

  /**
   * Decides that something of what was paid for the request is given back, with the reason, which
   * the resident reads; gives the name of the refund.
   *
   * @param amount in Swiss francs; all of them together never more than was paid
   * @throws PortalRefused with {@code not-possible-now} when nobody has paid, or not so much
   */
  public String refund(RequestId request, BigDecimal amount, String reason) {
    String refundId = key();
    once(refundId).send(new UnitEvent.Refund(request, refundId, amount, reason));
    return refundId;
  }

  /** Says at which places of the unit's waiting lists the request is; the newest counts. */
  public void position(RequestId request, List<UnitEvent.ListPosition.Place> places) {
    send(new UnitEvent.ListPosition(request, places));
  }

  /** Says that the request has come further. */
  public void state(RequestId request, RequestState state) {
    send(new UnitEvent.StateChanged(request, state, null));
  }

  /** Says that the request has come further, with a word about it. */
  public void state(RequestId request, RequestState state, String text) {
    send(new UnitEvent.StateChanged(request, state, text));
  }

  private void send(UnitEvent event) {
    events.send(key(), event);
  }

  private String key() {
    return key == null ? UUID.randomUUID().toString() : key;
  }
}
