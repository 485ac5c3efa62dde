package ch.meinkonto.request;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A request as its sender sees it.
 *
 * @param title the service's name, or its id when the service is no more
 * @param state where it stands, in plain words
 * @param stateKind colour of the state: empty, {@code info}, {@code warning}, {@code success} or
 *     {@code danger}
 * @param sent when it was sent, in words
 * @param day the day alone
 * @param datetime the same for machines
 * @param bookedKind colour of what it books: {@code success}, or {@code info} while the unit has to
 *     confirm it; empty when it is not booked any more, or the unit has said more since
 * @param answerTime by when the unit usually answers; empty when the service is no more
 * @param next what happens next, step by step
 * @param url the address of its page
 * @param receiptUrl the address of its receipt file
 * @param by who sent it for whom; null when its owner did
 */
public record RequestView(
    String reference,
    String title,
    String unit,
    String state,
    String stateKind,
    String stateText,
    String sent,
    String day,
    String datetime,
    String bookedKind,
    String answerTime,
    List<String> next,
    String url,
    String receiptUrl,
    @Nullable String by) {

  public RequestView {
    next = List.copyOf(next);
  }
}
