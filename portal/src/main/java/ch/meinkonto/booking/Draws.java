package ch.meinkonto.booking;

import ch.meinkonto.account.AccountId;
import ch.meinkonto.catalogue.ServiceId;
import ch.meinkonto.form.Booking;
import ch.meinkonto.form.Form;
import ch.meinkonto.form.Forms;
import ch.meinkonto.form.Places;
import ch.meinkonto.request.NewRequest;
import ch.meinkonto.request.PlaceClaims;
import ch.meinkonto.request.RequestEnvelope;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Places that are given by lot: what a unit may say of them, and who takes part. */
@Component
class Draws {

  private final DrawRows rows;
  private final Entries entries;
  private final Shelf shelf;
  private final ChosenOffers chosen;
  private final Persons persons;
  private final Forms forms;
  private final Clock clock;

  Draws(
      DrawRows rows,
      Entries entries,
      Shelf shelf,
      ChosenOffers chosen,
      Persons persons,
      Forms forms,
      Clock clock) {
    this.rows = rows;
    this.entries = entries;
    this.shelf = shelf;
    this.chosen = chosen;
    this.persons = persons;
    this.forms = forms;
    this.clock = clock;
  }

  /** How a service’s places are booked, if they are given by lot. */
  Optional<Booking> booking(ServiceId service) {
    return forms.form(service).flatMap(Form::booking).filter(Booking::draw);
  }

  /** What is wrong with an offer of a draw, in the contract’s words; its draw is locked then. */
  Optional<String> flaw(ServiceId service, String id, ch.meinkonto.contract.Offer told) {
    if (told.closesAt() == null) {
      return Optional.of("draw-without-end");
    }
    if (told.takes() != null && !told.takes().isEmpty()) {
      return Optional.of("draw-takes-others");
    }
    var draw = rows.lock(service, id).filter(one -> one.state() != DrawState.OPEN);
    if (draw.isEmpty()) {
      return OfferValues.value(told) == null ? Optional.empty() : Optional.of("value-too-early");
    }
    var before = shelf.find(service, id).map(Shelf.Standing::offer).orElseThrow();
    return isSame(before, told) ? Optional.empty() : Optional.of("draw-closed");
  }

  /** Whether what decides is as it was when the list was closed. */
  private static boolean isSame(Offer before, ch.meinkonto.contract.Offer told) {
    var source = before.source();
    var randomness = told.randomness();
    return before.capacity() == told.capacity()
        && Objects.equals(before.closesAt(), told.closesAt())
        && Objects.equals(
            source == null ? null : source.values(),
            randomness == null ? null : randomness.source())
        && (before.value() == null || before.value().equals(OfferValues.value(told)));
  }

  /** Promises a seed for what is given by lot, before anybody can enter. */
  void promise(ServiceId service, String id) {
    rows.promise(service, id);
  }

  /** How many have entered; null when nothing is drawn, or it is over. */
  @Nullable Integer entries(ServiceId service, String id) {
    return booking(service)
        .flatMap(_ -> rows.find(service, id))
        .filter(draw -> draw.state() == DrawState.OPEN || draw.state() == DrawState.CLOSED)
        .map(entries::count)
        .orElse(null);
  }

  /** Somebody is about to enter: they get a ticket, and hold nothing. */
  Places.Outcome begin(Places.Wish wish, Booking booking) {
    var found = shelf.find(wish.service(), wish.offer()).map(Shelf.Standing::offer);
    if (found.isEmpty()) {
      return new Places.Outcome.Refused(Places.Why.GONE);
    }
    var offer = found.get();
    return Counter.refusal(offer, clock.instant())
        .or(() -> entered(wish))
        .<Places.Outcome>map(Places.Outcome.Refused::new)
        .orElseGet(() -> new Places.Outcome.Held(chosen.of(offer, booking, Ticket.next())));
  }

  private Optional<Places.Why> entered(Places.Wish wish) {
    var account = wish.account();
    return account == null
        ? Optional.empty()
        : rows.find(wish.service(), wish.offer())
            .flatMap(draw -> entries.find(draw, account))
            .map(_ -> Places.Why.ENTERED);
  }

  /** A request takes part from here on; the list can’t be closed before it is entered. */
  @Transactional
  public PlaceClaims.Outcome enter(UUID draft, RequestEnvelope request, NewRequest.Booked wanted) {
    var service = request.service();
    var offer = shelf.find(service, wanted.offer()).map(Shelf.Standing::offer);
    if (offer.isEmpty()) {
      return new PlaceClaims.Outcome.Refused(Places.Why.GONE);
    }
    var refused = Counter.refusal(offer.get(), clock.instant());
    if (refused.isPresent()) {
      return new PlaceClaims.Outcome.Refused(refused.get());
    }
    var draw = rows.share(service, wanted.offer()).filter(one -> one.state() == DrawState.OPEN);
    if (draw.isEmpty()) {
      return new PlaceClaims.Outcome.Refused(Places.Why.CLOSED);
    }
    return entries.add(
            draw.get(),
            Objects.requireNonNullElseGet(wanted.ticket(), Ticket::next),
            draft,
            request.id().value(),
            Optional.ofNullable(request.account()).map(AccountId::value).orElse(null),
            persons.of(service, wanted.offer(), distinct(wanted.persons())))
        ? new PlaceClaims.Outcome.Entered()
        : new PlaceClaims.Outcome.Refused(Places.Why.ENTERED);
  }

  /** Who stands there twice is one person all the same. */
  private static List<String> distinct(List<String> all) {
    return all.stream().distinct().toList();
  }

  /** Somebody does not want to take part any more; a list that is closed stays as it is. */
  void takeBack(UUID request) {
    var entry = entries.ofRequest(request);
    entry
        .flatMap(one -> rows.share(one.draw()))
        .ifPresent(draw -> {
          if (draw.state() == DrawState.OPEN) {
            entries.remove(entry.get().id());
          } else {
            entries.passOver(entry.get().id());
          }
        });
  }

  /** An account is closed: what it entered stays in the draw, and is nobody’s. */
  void forgetAccount(UUID account) {
    entries.forgetAccount(account);
  }
}
