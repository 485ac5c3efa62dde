package ch.meinkonto.booking;

import ch.meinkonto.catalogue.Catalogue;
import ch.meinkonto.catalogue.Service;
import ch.meinkonto.catalogue.ServiceId;
import ch.meinkonto.contract.Offer;
import ch.meinkonto.contract.OfferStatus;
import ch.meinkonto.contract.PlacesFreed;
import ch.meinkonto.directory.UnitId;
import ch.meinkonto.form.Booking;
import ch.meinkonto.form.Form;
import ch.meinkonto.form.Forms;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What units offer to be booked. */
@Component
public class Offers {

  private final Shelf shelf;
  private final Returns returns;
  private final Draws draws;
  private final Catalogue catalogue;
  private final Forms forms;
  private final JdbcClient jdbc;

  Offers(
      Shelf shelf,
      Returns returns,
      Draws draws,
      Catalogue catalogue,
      Forms forms,
      JdbcClient jdbc) {
    this.shelf = shelf;
    this.returns = returns;
    this.draws = draws;
    this.catalogue = catalogue;
    this.forms = forms;
    this.jdbc = jdbc;
  }

  /** What came of what a unit said. */
  public sealed interface Outcome {

    /** It is so. */
    record Done(OfferStatus status) implements Outcome {}

    /** The unit has no such service, or the service no such offer. */
    record Unknown() implements Outcome {}

    /** It can’t be so: {@code detail} is the contract’s word for it. */
    record Refused(String detail) implements Outcome {}
  }

  /** Publishes an offer of one of the unit’s services, or says anew what it is. */
  @Transactional
  public Outcome publish(UnitId unit, String name, String id, Offer offer) {
    var found = owned(unit, name);
    if (found.isEmpty()) {
      return new Outcome.Unknown();
    }
    var service = found.get().service();
    var booking = found.get().booking();
    var refused =
        OfferValues.flaw(booking, offer)
            .or(() -> unknown(service, id, offer))
            .or(() -> notByLot(service, id, booking, offer));
    if (refused.isPresent()) {
      return new Outcome.Refused(refused.get());
    }
    var taken = shelf.put(service, id, offer);
    if (taken.isEmpty()) {
      return new Outcome.Refused("capacity-below-taken");
    }
    if (booking.draw()) {
      draws.promise(service, id);
    }
    return new Outcome.Done(
        new OfferStatus(id, offer.capacity(), taken.get(), false, draws.entries(service, id)));
  }

  private Optional<String> notByLot(ServiceId service, String id, Booking booking, Offer offer) {
    if (booking.draw()) {
      return draws.flaw(service, id, offer);
    }
    return offer.randomness() == null ? Optional.empty() : Optional.of("not-drawn");
  }

  private Optional<String> unknown(ServiceId service, String id, Offer offer) {
    var takes = offer.takes();
    if (takes == null || takes.isEmpty()) {
      return Optional.empty();
    }
    return takes.contains(id)
            || shelf.known(service, takes).size() < takes.stream().distinct().count()
        ? Optional.of("unknown-takes")
        : Optional.empty();
  }

  /** How an offer stands. */
  public Outcome status(UnitId unit, String service, String id) {
    return owned(unit, service)
        .flatMap(own -> shelf.find(own.service(), id))
        .<Outcome>map(found -> new Outcome.Done(status(found)))
        .orElseGet(Outcome.Unknown::new);
  }

  private OfferStatus status(Shelf.Standing standing) {
    var offer = standing.offer();
    return new OfferStatus(
        offer.id(),
        offer.capacity(),
        standing.taken(),
        offer.withdrawn(),
        draws.entries(offer.service(), offer.id()));
  }

  /** Nobody else can book it. */
  @Transactional
  public Outcome withdraw(UnitId unit, String service, String id) {
    return owned(unit, service).filter(own -> shelf.withdraw(own.service(), id)).isPresent()
        ? status(unit, service, id)
        : new Outcome.Unknown();
  }

  /** Places that somebody had are free again, once for each name that the unit gives it. */
  @Transactional
  public Outcome free(UnitId unit, String name, String id, PlacesFreed freed) {
    var standing = owned(unit, name).flatMap(own -> shelf.find(own.service(), id));
    if (standing.isEmpty()) {
      return new Outcome.Unknown();
    }
    var offer = standing.get().offer();
    var service = offer.service();
    if (isNew(service, id, freed)) {
      shelf.lock(service, offer.slots());
      if (shelf.atUnit(service, offer.slots()) < freed.places()) {
        return new Outcome.Refused("more-than-taken");
      }
      returns.free(service, offer.slots(), freed.places());
    }
    return new Outcome.Done(status(shelf.find(service, id).orElseThrow()));
  }

  private boolean isNew(ServiceId service, String id, PlacesFreed freed) {
    return jdbc.sql(
                "INSERT INTO booking_freed VALUES (:service, :offer, :id) ON CONFLICT DO NOTHING")
            .param("service", service.value())
            .param("offer", id)
            .param("id", freed.id())
            .update()
        > 0;
  }

  private record Owned(ServiceId service, Booking booking) {}

  /** A service of this unit by which one books. */
  private Optional<Owned> owned(UnitId unit, String name) {
    return catalogue
        .named(name)
        .filter(service -> service.unit().equals(unit))
        .map(Service::id)
        .flatMap(id -> forms.form(id).flatMap(Form::booking).map(found -> new Owned(id, found)));
  }
}
