package ch.meinkonto.booking;

import ch.meinkonto.account.AccountId;
import ch.meinkonto.catalogue.ServiceId;
import ch.meinkonto.form.Booking;
import ch.meinkonto.form.Form;
import ch.meinkonto.form.Forms;
import ch.meinkonto.form.Places;
import ch.meinkonto.request.NewRequest;
import ch.meinkonto.request.RequestEnvelope;
import java.time.Clock;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Gives places away and takes them back. What somebody has is a row of {@code booking_hold}, and
 * counted in {@code booking_offer}: both change in one transaction.
 */
@Component
class Counter {

  private final Shelf shelf;
  private final Holds holds;
  private final Returns returns;
  private final WaitingList waiting;
  private final Forms forms;
  private final ChosenOffers chosen;
  private final Persons hashes;
  private final BookingSettings settings;
  private final Clock clock;

  Counter(
      Shelf shelf,
      Holds holds,
      Returns returns,
      WaitingList waiting,
      Forms forms,
      ChosenOffers chosen,
      Persons hashes,
      BookingSettings settings,
      Clock clock) {
    this.shelf = shelf;
    this.holds = holds;
    this.returns = returns;
    this.waiting = waiting;
    this.forms = forms;
    this.chosen = chosen;
    this.hashes = hashes;
    this.settings = settings;
    this.clock = clock;
  }

  /** Holds places for a draft, instead of those that it has. */
  @Transactional
  public Places.Outcome hold(Places.Wish wish) {
    var booking = forms.form(wish.service()).flatMap(Form::booking);
    var standing = shelf.find(wish.service(), wish.offer());
    if (booking.isEmpty() || standing.isEmpty() || wish.places() > booking.get().most()) {
      return new Places.Outcome.Refused(Places.Why.GONE);
    }
    return hold(wish, booking.get(), standing.get().offer(), holds.lock(wish.draft()));
  }

  private Places.Outcome hold(
      Places.Wish wish, Booking booking, Offer offer, Optional<Hold> before) {
    var now = clock.instant();
    var same =
        before.filter(hold -> hold.offer().equals(offer.id()) && hold.isHeld(now)).isPresent();
    var refused = refusal(wish, booking, offer, same, before);
    if (refused.isPresent()) {
      return new Places.Outcome.Refused(refused.get());
    }
    var offered = waiting.offered(wish.service(), offer.id(), wish.account());
    if (!exchange(offer, wish.places(), offered.map(Counter::kept).or(() -> before))) {
      return new Places.Outcome.Refused(Places.Why.FULL);
    }
    if (offered.isPresent()) {
      waiting.done(offered.get());
      before.ifPresent(old -> returns.free(old.service(), old.slots(), old.places()));
    }
    var until =
        same && offered.isEmpty()
            ? before.map(Hold::expiresAt).orElse(null)
            : offered.map(Wait::until).filter(now.plus(booking.hold())::isBefore).orElse(null);
    before.ifPresent(holds::remove);
    holds.add(
        wish.draft(),
        wish.service(),
        offer.id(),
        offer.slots(),
        wish.places(),
        wish.account(),
        until == null ? now.plus(booking.hold()) : until);
    return new Places.Outcome.Held(chosen.of(offer, booking, null));
  }

  /** What is kept for who waited, as if they had it already. */
  private static Hold kept(Wait wait) {
    return new Hold(
        wait.id(),
        wait.id(),
        null,
        wait.service(),
        wait.offer(),
        wait.slots(),
        wait.places(),
        HoldState.HELD,
        wait.until());
  }

  private Optional<Places.Why> refusal(
      Places.Wish wish, Booking booking, Offer offer, boolean same, Optional<Hold> before) {
    if (before.filter(hold -> hold.state() != HoldState.HELD).isPresent()) {
      return Optional.of(Places.Why.PAYING);
    }
    var closed = same ? Optional.<Places.Why>empty() : refusal(offer, clock.instant());
    if (closed.isPresent()) {
      return closed;
    }
    var account = wish.account();
    return account != null
            && holds.ofAccount(account, wish.service(), wish.draft()) + wish.places()
                > booking.perAccount()
        ? Optional.of(Places.Why.LIMIT)
        : Optional.empty();
  }

  /** Why nobody can book an offer now; empty when one can, if there are places. */
  static Optional<Places.Why> refusal(Offer offer, Instant now) {
    if (offer.withdrawn()) {
      return Optional.of(Places.Why.GONE);
    }
    if (offer.isOver(now)) {
      return Optional.of(Places.Why.CLOSED);
    }
    return offer.isBefore(now) ? Optional.of(Places.Why.NOT_OPEN) : Optional.empty();
  }

  /**
   * Takes what the new places need and the old ones do not have, then frees what only the old ones
   * had; changes nothing when there is not as much.
   */
  private boolean exchange(Offer offer, int places, Optional<Hold> before) {
    if (before.isEmpty()) {
      return shelf.take(offer.service(), offer.slots(), places);
    }
    var old = before.get();
    var kept = old.slots().stream().filter(offer.slots()::contains).toList();
    var fresh = offer.slots().stream().filter(slot -> !kept.contains(slot)).toList();
    var left = old.slots().stream().filter(slot -> !kept.contains(slot)).toList();
    shelf.lock(old.service(), Stream.of(fresh, old.slots()).flatMap(List::stream).toList());
    if (!shelf.take(old.service(), fresh, places)) {
      return false;
    }
    if (!change(old.service(), kept, places - old.places())) {
      shelf.giveBack(old.service(), fresh, places);
      return false;
    }
    returns.free(old.service(), left, old.places());
    return true;
  }

  /** Takes more places of these, or frees some; changes nothing when there are not as many. */
  private boolean change(ServiceId service, List<String> slots, int more) {
    if (more < 0) {
      returns.free(service, slots, -more);
    }
    return more <= 0 || shelf.take(service, slots, more);
  }

  /** What is held for a draft goes to the request that it becomes; who lost it may still get it. */
  @Transactional
  public Optional<Places.Why> claim(UUID draft, RequestEnvelope request, NewRequest.Booked wanted) {
    var had = holds.lock(draft).filter(hold -> hold.offer().equals(wanted.offer()));
    if (had.isEmpty()
        && hold(wish(draft, request, wanted)) instanceof Places.Outcome.Refused(var why)) {
      return Optional.of(why);
    }
    var hold = had.or(() -> holds.lock(draft)).orElseThrow();
    shelf.lock(hold.service(), hold.slots()); // places first, then who gets them, everywhere
    if (!note(hold, wanted.persons())) {
      return Optional.of(Places.Why.TWICE);
    }
    if (!change(hold.service(), hold.slots(), wanted.places() - hold.places())) {
      holds.forget(hold);
      return Optional.of(Places.Why.FULL);
    }
    holds.move(hold, HoldState.CLAIMED, request.id().value(), wanted.places(), null);
    return Optional.empty();
  }

  private static Places.Wish wish(UUID draft, RequestEnvelope request, NewRequest.Booked wanted) {
    return new Places.Wish(
        draft,
        request.service(),
        wanted.offer(),
        wanted.places(),
        Optional.ofNullable(request.account()).map(AccountId::value).orElse(null));
  }

  private boolean note(Hold hold, List<String> persons) {
    return new HashSet<>(persons).size() == persons.size()
        && holds.note(hold, hashes.of(hold.service(), hold.offer(), persons));
  }

  /** The request goes to its unit: its places are certain. */
  @Transactional
  public void book(UUID request) {
    holds
        .lockOfRequest(request)
        .ifPresent(hold -> holds.move(hold, HoldState.BOOKED, request, hold.places(), null));
  }

  /** Nobody paid for it: the draft has its places back for a while. */
  @Transactional
  public void unclaim(UUID request) {
    holds
        .lockOfRequest(request)
        .ifPresent(hold -> {
          holds.forget(hold);
          holds.move(
              hold,
              HoldState.HELD,
              null,
              hold.places(),
              clock.instant().plus(settings.afterPaying()));
        });
  }

  /** The unit knows who has the places now: here nobody does any more, only that they are taken. */
  @Transactional
  public void forget(UUID request) {
    holds.lockOfRequest(request).ifPresent(holds::remove);
  }

  /** The request comes to nothing, before the unit has it: its places are free. */
  @Transactional
  public void free(UUID request) {
    holds.lockOfRequest(request).ifPresent(this::free);
  }

  /** The draft is not wanted any more. */
  @Transactional
  public void release(UUID draft) {
    holds.lock(draft).filter(hold -> hold.state() == HoldState.HELD).ifPresent(this::free);
  }

  /** Frees the places of a draft if its time is over. */
  @Transactional
  public void lapse(UUID draft) {
    holds.lock(draft).filter(hold -> !hold.isHeld(clock.instant())).ifPresent(this::free);
  }

  private void free(Hold hold) {
    shelf.lock(hold.service(), hold.slots());
    holds.remove(hold);
    returns.free(hold.service(), hold.slots(), hold.places());
  }
}
