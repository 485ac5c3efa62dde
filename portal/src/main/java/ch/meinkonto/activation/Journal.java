package ch.meinkonto.activation;

import ch.meinkonto.account.AccountId;
import ch.meinkonto.catalogue.ServiceId;
import ch.meinkonto.request.SealedSubmission;
import ch.meinkonto.trust.TrustEntry;
import ch.meinkonto.trust.TrustLog;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Where what somebody sends becomes binding: all of it or nothing, in one transaction. */
@Component
class Journal {

  private final SentItems items;
  private final ActivationLinks links;
  private final ApplicationEventPublisher events;
  private final TrustLog trust;

  Journal(
      SentItems items, ActivationLinks links, ApplicationEventPublisher events, TrustLog trust) {
    this.items = items;
    this.links = links;
    this.events = events;
    this.trust = trust;
  }

  /** Enters a code or an order; false, and nothing entered, while another is under way. */
  @Transactional
  public boolean enter(AccountId account, Kind kind, SealedSubmission sealed) {
    if (!send(account, kind, sealed)) {
      return false;
    }
    var what = kind == Kind.CODE ? "activation-code-sent" : "activation-letter-ordered";
    log(account, what, TrustEntry.YOU, sealed.envelope().service());
    return true;
  }

  /** Takes an activation back and tells the unit, if it can be told; false when there is none. */
  @Transactional
  public boolean end(AccountId account, ServiceId service, Optional<SealedSubmission> notice) {
    if (!links.remove(account, service)) {
      return false;
    }
    notice.ifPresent(sealed -> send(account, Kind.END, sealed));
    log(account, "activation-ended", TrustEntry.YOU, service.value());
    return true;
  }

  private boolean send(AccountId account, Kind kind, SealedSubmission sealed) {
    var added = items.add(account, kind, sealed);
    if (added) {
      var envelope = sealed.envelope();
      events.publishEvent(
          new ActivationSent(envelope.submissionId().value(), envelope.service(), envelope.unit()));
    }
    return added;
  }

  private void log(AccountId account, String what, String actor, String service) {
    trust.record(new TrustEntry(account.value(), what, actor, service, "your-wish"));
  }
}
