package ch.meinkonto.testing;

import ch.meinkonto.contract.RequestState;
import ch.meinkonto.contract.UnitEvent.ListPosition.Place;
import ch.meinkonto.request.Conversation;
import ch.meinkonto.request.FormalDelivery;
import ch.meinkonto.request.FormalMessage;
import ch.meinkonto.request.Question;
import ch.meinkonto.request.RequestEnvelope;
import ch.meinkonto.request.UnitMessage;
import ch.meinkonto.request.UnitRefund;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** What residents got to hear, once it was certain. */
public class HeardConversation implements Conversation {

  /** One thing heard. */
  public record Heard(RequestEnvelope request, String what, @Nullable Object words) {}

  private final List<Heard> heard = new CopyOnWriteArrayList<>();

  /** What was heard about a request, in order. */
  public List<Heard> about(RequestEnvelope request) {
    return heard.stream().filter(one -> one.request().id().equals(request.id())).toList();
  }

  /** The same in short. */
  public List<String> story(RequestEnvelope request) {
    return about(request).stream().map(Heard::what).toList();
  }

  @Override
  public void opened(RequestEnvelope request, String receipt, String booked, String calendar) {
    hear(request, "opened", booked);
  }

  @Override
  public void unitWrites(RequestEnvelope request, UnitMessage message) {
    hear(request, "message", message);
  }

  @Override
  public void unitDelivers(
      RequestEnvelope request, FormalMessage message, FormalDelivery delivery) {
    hear(request, "formal-message", message);
  }

  @Override
  public void unitAsks(RequestEnvelope request, Question question) {
    hear(request, "question", question);
  }

  @Override
  public void unitRefunds(RequestEnvelope request, UnitRefund refund) {
    hear(request, "refund", refund);
  }

  @Override
  public void unitPlaces(RequestEnvelope request, List<Place> places, Instant at) {
    hear(request, "list-position", places);
  }

  @Override
  public void late(RequestEnvelope request) {
    hear(request, "late", null);
  }

  @Override
  public void withdrawn(RequestEnvelope request, String words) {
    hear(request, "withdrawn", words);
  }

  @Override
  public void stateChanged(RequestEnvelope request, RequestState state, @Nullable String text) {
    hear(request, state.code(), text);
  }

  private void hear(RequestEnvelope request, String what, @Nullable Object words) {
    Objects.requireNonNull(request.account(), "only for requests with an account");
    TransactionSynchronizationManager.registerSynchronization(
        new TransactionSynchronization() {
          @Override
          public void afterCommit() {
            heard.add(new Heard(request, what, words));
          }
        });
  }
}
