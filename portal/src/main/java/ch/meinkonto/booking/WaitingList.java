package ch.meinkonto.booking;

import ch.meinkonto.account.AccountId;
import ch.meinkonto.account.Accounts;
import ch.meinkonto.catalogue.ServiceId;
import ch.meinkonto.form.Booking;
import ch.meinkonto.form.Form;
import ch.meinkonto.form.Forms;
import ch.meinkonto.notification.Notifications;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Who waits for places of what is full. Places that come back are kept for the first who wants no
 * more than there are, for a time; what they do not book goes to the next.
 */
@Component
class WaitingList {

  private final WaitingRows rows;
  private final Shelf shelf;
  private final Forms forms;
  private final Accounts accounts;
  private final ObjectProvider<Notifications>
      notifications; // which needs the jobs, which need this
  private final Clock clock;

  WaitingList(
      WaitingRows rows,
      Shelf shelf,
      Forms forms,
      Accounts accounts,
      ObjectProvider<Notifications> notifications,
      Clock clock) {
    this.rows = rows;
    this.shelf = shelf;
    this.forms = forms;
    this.accounts = accounts;
    this.notifications = notifications;
    this.clock = clock;
  }

  /** How long what is offered is kept; empty when the service has no waiting list. */
  Optional<Duration> patience(ServiceId service) {
    return forms.form(service).flatMap(Form::booking).flatMap(Booking::waiting);
  }

  /**
   * Gets in line.
   *
   * @return false when one can book, or when there is no line
   */
  @Transactional
  public boolean join(ServiceId service, String offer, UUID account, int places) {
    var standing = shelf.find(service, offer);
    if (patience(service).isEmpty()
        || standing.isEmpty()
        || standing.get().free() >= places
        || Counter.refusal(standing.get().offer(), clock.instant()).isPresent()) {
      return false;
    }
    rows.add(service, offer, account, places);
    return true;
  }

  /** Whether somebody waits for something to which places of these belong. */
  boolean isWanted(ServiceId service, List<String> slots) {
    return !wanted(service, slots).isEmpty();
  }

  private List<Offer> wanted(ServiceId service, List<String> slots) {
    return rows.wanted(service).stream()
        .flatMap(id -> shelf.find(service, id).stream())
        .map(Shelf.Standing::offer)
        .filter(offer -> offer.slots().stream().anyMatch(slots::contains))
        .filter(offer -> Counter.refusal(offer, clock.instant()).isEmpty())
        .toList();
  }

  /**
   * Puts places back and keeps them for those who are first in line, in one transaction: so nobody
   * can be faster.
   */
  void putBack(ServiceId service, List<String> slots, int places) {
    var wanted = wanted(service, slots);
    shelf.lock(
        service,
        Stream.concat(slots.stream(), wanted.stream().flatMap(offer -> offer.slots().stream()))
            .distinct()
            .toList());
    shelf.giveBack(service, slots, places);
    wanted.forEach(this::serve);
  }

  /** Keeps whatever is free for those who wait: the unit may have added places. */
  @Transactional
  public void serve(ServiceId service) {
    for (var id : rows.wanted(service)) {
      shelf
          .find(service, id)
          .filter(standing -> standing.free() > 0)
          .map(Shelf.Standing::offer)
          .filter(offer -> Counter.refusal(offer, clock.instant()).isEmpty())
          .ifPresent(this::serve);
    }
  }

  private void serve(Offer offer) {
    patience(offer.service()).ifPresent(patience -> serve(offer, patience));
  }

  private void serve(Offer offer, Duration patience) {
    shelf.lock(offer.service(), offer.slots());
    for (var next = next(offer); next.isPresent(); next = next(offer)) {
      var wait = next.get();
      if (!shelf.take(offer.service(), offer.slots(), wait.places())) {
        return;
      }
      rows.offer(wait, offer.slots(), clock.instant().plus(patience));
      accounts
          .find(new AccountId(wait.account()))
          .ifPresent(account -> notifications.getObject().tell(account.notice("booking-offered")));
    }
  }

  private Optional<Wait> next(Offer offer) {
    return shelf
        .find(offer.service(), offer.id())
        .filter(standing -> standing.free() > 0)
        .flatMap(standing -> rows.first(offer.service(), offer.id(), standing.free()));
  }

  /** What is kept for an account, to be booked by the transaction under way. */
  Optional<Wait> offered(ServiceId service, String offer, @Nullable UUID account) {
    return account == null
        ? Optional.empty()
        : rows.lock(service, offer, account).filter(Wait::isOffered);
  }

  /** They book it, or something else: they do not wait any more. */
  void done(Wait wait) {
    rows.remove(wait.id());
  }

  /** Does not want to wait any more, or not to have what is kept for them. */
  @Transactional
  public void leave(ServiceId service, String offer, UUID account) {
    rows.lock(service, offer, account).ifPresent(this::end);
  }

  /** Ends what was kept long enough. */
  @Transactional
  public void lapse(UUID id) {
    rows.find(id)
        .filter(wait -> wait.until() != null && !clock.instant().isBefore(wait.until()))
        .ifPresent(this::end);
  }

  /** Everything that an account waits for ends. */
  @Transactional
  public void close(UUID account) {
    rows.ofAccount(account).forEach(this::end);
  }

  private void end(Wait wait) {
    rows.remove(wait.id())
        .filter(Wait::isOffered)
        .ifPresent(gone -> putBack(gone.service(), gone.slots(), gone.places()));
  }
}
