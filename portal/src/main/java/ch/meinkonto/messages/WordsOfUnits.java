package ch.meinkonto.messages;

import ch.meinkonto.account.AccountId;
import ch.meinkonto.contract.RequestState;
import ch.meinkonto.platform.web.Page;
import ch.meinkonto.request.RequestEnvelope;
import ch.meinkonto.request.UnitWords;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** What units have answered, for the confirmation of a request. */
@Component
class WordsOfUnits implements UnitWords {

  private static final int MOST = 5;
  private static final int MOST_READ = 50;

  /** States that are an answer; the others only say that it goes on. */
  private static final Set<String> ANSWERS =
      Set.of(
          RequestState.REJECTED.code(),
          RequestState.DECIDED.code(),
          RequestState.CLOSED.code(),
          "refunded",
          Body.LIST_POSITION);

  private final Threads threads;
  private final Letters messages;
  private final Wording wording;
  private final CityNames names;

  WordsOfUnits(Threads threads, Letters messages, Wording wording, CityNames names) {
    this.threads = threads;
    this.messages = messages;
    this.wording = wording;
    this.names = names;
  }

  @Override
  public List<Said> of(RequestEnvelope request, Page page) {
    AccountId account = Objects.requireNonNull(request.account());
    return threads.of(request.id()).stream()
        .flatMap(thread ->
            messages.ofThread(account, thread, null, MOST).reversed().stream()
                .filter(WordsOfUnits::isAnswer)
                .map(letter -> said(letter, thread, request, page)))
        .toList();
  }

  @Override
  public Optional<Confirmed> confirmed(RequestEnvelope request) {
    AccountId account = Objects.requireNonNull(request.account());
    return threads.of(request.id()).stream()
        .flatMap(thread -> messages.ofThread(account, thread, null, MOST_READ).stream())
        .filter(letter -> letter.kind() == MessageKind.RECEIPT)
        .map(Letter::body)
        .filter(body -> !body.text().isEmpty())
        .findFirst()
        .map(WordsOfUnits::confirmed);
  }

  private static Confirmed confirmed(Body receipt) {
    if (receipt.hasCalendar()) {
      return new Confirmed.Fitting(receipt.text());
    }
    return receipt.inDraw()
        ? new Confirmed.Entered(receipt.text())
        : new Confirmed.Booked(receipt.text());
  }

  private static boolean isAnswer(Letter letter) {
    return switch (letter.kind()) {
      case MESSAGE, FORMAL, QUESTION -> true;
      case STATE -> ANSWERS.contains(letter.body().state());
      case RECEIPT, ANSWER -> false;
    };
  }

  private Said said(Letter letter, ThreadId thread, RequestEnvelope request, Page page) {
    var subject =
        new Subject(
            request.reference().value(), request.service().value(), request.unit().value(), null);
    var sentence = wording.sentence(letter, subject, page);
    return new Said(
        sentence.isEmpty()
            ? page.text("messages.answered", names.unit(subject, page.locale()))
            : sentence,
        letter.body().text().lines().filter(line -> !line.isBlank()).toList(),
        "/mitteilungen/" + thread + "#" + letter.id());
  }
}
