package ch.meinkonto.activation;

import ch.meinkonto.account.AccountId;
import ch.meinkonto.catalogue.Catalogue;
import ch.meinkonto.catalogue.Service;
import ch.meinkonto.catalogue.ServiceId;
import ch.meinkonto.contract.ActivationCode;
import ch.meinkonto.contract.ActivationEnd;
import ch.meinkonto.contract.ActivationLetter;
import ch.meinkonto.contract.ActivationRefusal;
import ch.meinkonto.platform.RateLimits.Decision;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Accounts that units know for sure: becoming one by the code of a letter, and ceasing to be. */
@Component
public class Activations {

  /** The reason of what no unit has answered in time. */
  static final String NO_ANSWER = "no-answer";

  private final ActivationLinks links;
  private final SentItems items;
  private final Parcels parcels;
  private final Journal journal;
  private final ActivationLimits limits;
  private final Catalogue catalogue;

  Activations(
      ActivationLinks links,
      SentItems items,
      Parcels parcels,
      Journal journal,
      ActivationLimits limits,
      Catalogue catalogue) {
    this.links = links;
    this.items = items;
    this.parcels = parcels;
    this.journal = journal;
    this.limits = limits;
    this.catalogue = catalogue;
  }

  /** How an account stands with a service. */
  public Standing standing(AccountId account, Service service) {
    if (links.any(account, service.id(), service.unit())) {
      return new Standing.Active();
    }
    return items
        .last(account, service.id(), Kind.CODE)
        .map(Activations::standing)
        .orElseGet(Standing.Open::new);
  }

  private static Standing standing(Sent code) {
    return switch (code.state()) {
      case OPEN -> new Standing.Waiting(code.sentAt());
      case ACCEPTED -> new Standing.Open(); // taken back since
      case REFUSED ->
          new Standing.Refused(
              NO_ANSWER.equals(code.reason()) || code.reason() == null
                  ? null
                  : ActivationRefusal.ofCode(code.reason()),
              code.triesLeft(),
              code.doneAt() == null ? code.sentAt() : code.doneAt());
    };
  }

  /**
   * Seals a code for the unit and sends it. One at a time: while one is on its way, nothing more is
   * sent.
   */
  public SendOutcome send(Sender sender, Service service, String code) {
    return links.any(sender.account(), service.id(), service.unit())
        ? new SendOutcome.UnderWay()
        : send(sender, service, Kind.CODE, new ActivationCode(code));
  }

  /** Asks the unit for a letter with a code. */
  public SendOutcome order(Sender sender, Service service, Map<String, String> details) {
    return send(sender, service, Kind.LETTER, new ActivationLetter(details));
  }

  private SendOutcome send(Sender sender, Service service, Kind kind, Object content) {
    var account = sender.account();
    if (items.last(account, service.id(), kind).filter(Sent::open).isPresent()) {
      return new SendOutcome.UnderWay();
    }
    if (limits.take(kind, account, service.id()) instanceof Decision.Refused(var pause, _)) {
      return new SendOutcome.TooMany(pause);
    }
    var sealed = parcels.seal(sender, service, kind, content);
    if (sealed.isEmpty() || !journal.enter(account, kind, sealed.get())) {
      limits.giveBack(kind, account, service.id());
    }
    return sealed.isEmpty() ? new SendOutcome.UnitCannotReceive() : new SendOutcome.UnderWay();
  }

  /** Takes an activation back and tells the unit; false when there is none. */
  public boolean end(Sender sender, ServiceId id) {
    var notice =
        catalogue
            .find(id)
            .flatMap(service ->
                links
                    .of(sender.account(), id, service.unit())
                    .flatMap(
                        link -> parcels.seal(sender, service, Kind.END, new ActivationEnd(link))));
    return journal.end(sender.account(), id, notice);
  }
}
