package ch.meinkonto.messages;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;

import ch.meinkonto.account.AccountId;
import ch.meinkonto.account.Accounts;
import ch.meinkonto.contract.RequestState;
import ch.meinkonto.contract.UnitEvent.ListPosition.Place;
import ch.meinkonto.platform.crypto.Sha256;
import ch.meinkonto.platform.web.Formats;
import ch.meinkonto.platform.web.Texts;
import ch.meinkonto.request.Conversation;
import ch.meinkonto.request.FormalDelivery;
import ch.meinkonto.request.FormalMessage;
import ch.meinkonto.request.Question;
import ch.meinkonto.request.RequestEnvelope;
import ch.meinkonto.request.UnitDocument;
import ch.meinkonto.request.UnitMessage;
import ch.meinkonto.request.UnitRefund;
import java.time.Clock;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Keeps what is said about requests, in the transaction in which it is said. */
@Component
class RequestConversation implements Conversation {

  private final Correspondence correspondence;
  private final Accounts accounts;
  private final Texts texts;
  private final Clock clock;

  RequestConversation(Correspondence correspondence, Accounts accounts, Texts texts, Clock clock) {
    this.correspondence = correspondence;
    this.accounts = accounts;
    this.texts = texts;
    this.clock = clock;
  }

  @Override
  public void opened(RequestEnvelope request, String receipt, String booked, String calendar) {
    correspondence.open(
        party(request),
        subject(request),
        new Incoming(
            MessageKind.RECEIPT,
            request.receivedAt(),
            "opened",
            receipt(request, receipt, booked, calendar)));
  }

  private static Body receipt(
      RequestEnvelope request, String receipt, String booked, String calendar) {
    if (request.state() == RequestState.ENTERED) {
      return Body.entry(receipt, booked);
    }
    return calendar.isEmpty()
        ? Body.receipt(receipt, booked)
        : Body.receiptWithCalendar(receipt, calendar);
  }

  @Override
  public void unitWrites(RequestEnvelope request, UnitMessage message) {
    correspondence.receive(
        party(request),
        subject(request),
        new Incoming(
            MessageKind.MESSAGE,
            message.writtenAt(),
            digest(message),
            Body.message(PlainText.clean(message.text()), List.of()),
            message.documents().stream().map(RequestConversation::document).toList()));
  }

  @Override
  public void unitDelivers(RequestEnvelope request, FormalMessage formal, FormalDelivery delivery) {
    var message = formal.message();
    correspondence.receive(
        party(request),
        subject(request),
        new Incoming(
            MessageKind.FORMAL,
            message.writtenAt(),
            formal.messageId(),
            Body.message(PlainText.clean(message.text()), List.of())
                .with(Formality.of(delivery, message)),
            message.documents().stream().map(RequestConversation::document).toList()));
  }

  @Override
  public void unitAsks(RequestEnvelope request, Question question) {
    correspondence.receive(
        party(request),
        subject(request),
        new Incoming(
            MessageKind.QUESTION,
            question.askedAt(),
            question.questionId(),
            Body.question(
                PlainText.clean(question.text()),
                question.questionId(),
                question.uploads(),
                question.fields())));
  }

  /** The amount stands before the reason, as it does in every language. */
  @Override
  public void unitRefunds(RequestEnvelope request, UnitRefund refund) {
    var amount = new Formats(request.language()).money(refund.amount());
    correspondence.receive(
        party(request),
        subject(request),
        new Incoming(
            MessageKind.STATE,
            refund.decidedAt(),
            "refund/" + refund.name(),
            Body.state("refunded", amount + "\n\n" + PlainText.clean(refund.reason()))));
  }

  @Override
  public void unitPlaces(RequestEnvelope request, List<Place> places, Instant at) {
    var lines =
        places.stream().map(place -> line(place, request.language())).collect(joining("\n"));
    correspondence.receive(
        party(request),
        subject(request),
        new Incoming(
            MessageKind.STATE,
            at,
            Body.LIST_POSITION + "/" + at + "/" + lines,
            Body.listPosition(lines)));
  }

  private String line(Place place, Locale language) {
    var list = PlainText.clean(place.list());
    return place.length() == null
        ? texts.text(language, "messages.position", list, place.position())
        : texts.text(language, "messages.position.of", list, place.position(), place.length());
  }

  @Override
  public void late(RequestEnvelope request) {
    correspondence.receive(
        party(request),
        subject(request),
        new Incoming(MessageKind.STATE, clock.instant(), "late", Body.state("late", "")));
  }

  @Override
  public void withdrawn(RequestEnvelope request, String words) {
    correspondence.withdrawn(
        party(request),
        subject(request),
        new Incoming(
            MessageKind.STATE,
            request.stateSince(),
            request.state().code(),
            Body.state(request.state().code(), PlainText.clean(words))));
  }

  @Override
  public void stateChanged(RequestEnvelope request, RequestState state, @Nullable String text) {
    correspondence.receive(
        party(request),
        subject(request),
        new Incoming(
            MessageKind.STATE,
            request.stateSince(),
            state.code() + "/" + request.stateSince(),
            Body.state(state.code(), text == null ? "" : PlainText.clean(text))));
  }

  private static Correspondence.Party party(RequestEnvelope request) {
    AccountId account = Objects.requireNonNull(request.account());
    return new Correspondence.Party(account, request.id(), request.state());
  }

  private Subject subject(RequestEnvelope request) {
    return new Subject(
        request.reference().value(),
        request.service().value(),
        request.unit().value(),
        request.acting() == null ? null : accounts.called(request.acting().actor()).orElse(null));
  }

  private static Incoming.Document document(UnitDocument document) {
    return new Incoming.Document(document.name(), document.mediaType(), document.content());
  }

  /** The same words and documents of the same moment are the same message. */
  private static String digest(UnitMessage message) {
    var digest = Sha256.begin();
    digest.update(message.writtenAt().toString().getBytes(UTF_8));
    digest.update((byte) 0);
    digest.update(message.text().getBytes(UTF_8));
    for (var document : message.documents()) {
      digest.update((byte) 0);
      digest.update(Sha256.of(document.content()));
    }
    return HexFormat.of().formatHex(digest.digest());
  }
}
