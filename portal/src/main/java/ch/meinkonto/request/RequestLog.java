package ch.meinkonto.request;

import ch.meinkonto.account.AccountId;
import ch.meinkonto.account.Accounts;
import ch.meinkonto.trust.TrustEntry;
import ch.meinkonto.trust.TrustLog;
import org.springframework.stereotype.Component;

/** What the trust log says about requests: to those whose they are, and to who acts for them. */
@Component
class RequestLog {

  private final TrustLog trust;
  private final Accounts accounts;

  RequestLog(TrustLog trust, Accounts accounts) {
    this.trust = trust;
    this.accounts = accounts;
  }

  /** Something happened with a request; nothing is said when it is nobody’s. */
  void record(RequestEnvelope request, String kind, String actor, String ground) {
    var account = request.account();
    if (account != null) {
      record(account, request, kind, actor, ground);
    }
  }

  /** It was sent, by its owner or for them: then both read who for whom. */
  void sent(RequestEnvelope request) {
    var actor = request.acting() == null ? null : request.acting().actor();
    if (actor == null) {
      record(request, "request-sent", TrustEntry.YOU, "your-wish");
      return;
    }
    record(request, "request-sent-for-you", name(actor), "your-mandate");
    accounts
        .called(request.account())
        .ifPresent(owner -> record(actor, request, "request-sent-for", owner, "your-wish"));
  }

  private String name(AccountId account) {
    return accounts.called(account).orElse("");
  }

  private void record(
      AccountId reader, RequestEnvelope request, String kind, String actor, String ground) {
    trust.record(new TrustEntry(reader.value(), kind, actor, request.reference().value(), ground));
  }
}
