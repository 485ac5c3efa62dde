package ch.meinkonto.messages;

import ch.meinkonto.account.AccountId;
import ch.meinkonto.account.AccountKind;
import ch.meinkonto.account.Accounts;
import ch.meinkonto.account.EmailAddress;
import ch.meinkonto.account.NewAccount;
import ch.meinkonto.account.PersonName;
import ch.meinkonto.catalogue.ServiceId;
import ch.meinkonto.contract.Assurance;
import ch.meinkonto.contract.Receipt;
import ch.meinkonto.contract.Receipts;
import ch.meinkonto.contract.Reference;
import ch.meinkonto.contract.RequestId;
import ch.meinkonto.contract.RequestState;
import ch.meinkonto.contract.SubmissionId;
import ch.meinkonto.directory.UnitId;
import ch.meinkonto.platform.Ids;
import ch.meinkonto.platform.crypto.SigningKeys;
import ch.meinkonto.request.Conversation;
import ch.meinkonto.request.Question;
import ch.meinkonto.request.RequestEnvelope;
import ch.meinkonto.request.UnitDocument;
import ch.meinkonto.request.UnitMessage;
import java.time.Clock;
import java.time.Instant;
import java.time.Year;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** What residents and clerks do in these tests. */
@Component
class Story {

  private final Accounts accounts;
  private final RequestConversation conversation;
  private final Correspondence correspondence;
  private final Threads threads;
  private final SigningKeys keys;
  private final Clock clock;

  Story(
      Accounts accounts,
      RequestConversation conversation,
      Correspondence correspondence,
      Threads threads,
      SigningKeys keys,
      Clock clock) {
    this.accounts = accounts;
    this.conversation = conversation;
    this.correspondence = correspondence;
    this.threads = threads;
    this.keys = keys;
    this.clock = clock;
  }

  /** Somebody opens an account. */
  AccountId resident(String given, String family) {
    return accounts.open(
        new NewAccount(
            AccountKind.PRIVATE,
            new PersonName(given, family),
            null,
            EmailAddress.parse(UUID.randomUUID() + "@example.org").orElseThrow(),
            Locale.GERMAN));
  }

  String email(AccountId account) {
    return accounts.find(account).orElseThrow().email().value();
  }

  /** Sends a request, of which these tests only need the envelope and the receipt. */
  RequestEnvelope sends(AccountId account, String service, String unit) {
    var now = now();
    var request =
        new RequestEnvelope(
            new RequestId(Ids.next()),
            Reference.next(Year.of(2026)),
            new ServiceId(service),
            1,
            new UnitId(unit),
            account,
            "subject",
            Assurance.LOGIN,
            Locale.GERMAN,
            now,
            RequestState.RECEIVED,
            now,
            null);
    correspondence.open(
        new Correspondence.Party(account, request.id(), request.state()),
        new Subject(request.reference().value(), service, unit, null),
        new Incoming(MessageKind.RECEIPT, now, "opened", Body.receipt(receipt(request), "")));
    return request;
  }

  String receipt(RequestEnvelope request) {
    return Receipts.sign(
        new Receipt(
            UUID.randomUUID().toString(),
            "http://localhost:8080",
            now().truncatedTo(ChronoUnit.SECONDS),
            Receipt.Kind.RECEIVED,
            request.id(),
            new SubmissionId(request.id().value()),
            request.reference(),
            request.service().value(),
            request.unit().value(),
            List.of(
                new Receipt.PartTag("metadata", "Tm9ib2R5IHJlYWRz"),
                new Receipt.PartTag("data", "d2hhdCB3YXMgc2Vu"),
                new Receipt.PartTag("attachment-1", "dCBidXQgdGhlIHVu")),
            null,
            null),
        keys.current());
  }

  void clerkWrites(RequestEnvelope request, String text, UnitDocument... documents) {
    conversation.unitWrites(request, new UnitMessage(text, List.of(documents), now()));
  }

  void clerkAsks(RequestEnvelope request, String question, String text, boolean uploads) {
    conversation.unitAsks(
        in(request, RequestState.QUESTION_ASKED), new Question(question, text, uploads, now()));
  }

  void requestIs(RequestEnvelope request, RequestState state, String text) {
    conversation.stateChanged(in(request, state), state, text);
  }

  Conversation conversation() {
    return conversation;
  }

  OpenedThread thread(AccountId account, RequestEnvelope request) {
    return threads.find(account, threads.of(request.id()).orElseThrow()).orElseThrow();
  }

  RequestEnvelope in(RequestEnvelope r, RequestState state) {
    return new RequestEnvelope(
        r.id(),
        r.reference(),
        r.service(),
        r.schemaVersion(),
        r.unit(),
        r.account(),
        r.subject(),
        r.assurance(),
        r.language(),
        r.receivedAt(),
        state,
        now(),
        r.acting());
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS);
  }
}
