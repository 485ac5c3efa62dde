package ch.meinkonto.booking;

import ch.meinkonto.catalogue.ServiceId;
import ch.meinkonto.contract.RequestId;
import ch.meinkonto.form.Form;
import ch.meinkonto.form.Forms;
import ch.meinkonto.form.Places;
import ch.meinkonto.request.BookedPlaces;
import ch.meinkonto.request.NewRequest;
import ch.meinkonto.request.PlaceClaims;
import ch.meinkonto.request.RequestEnvelope;
import java.time.Clock;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What forms and requests ask of this module: places first come, first served, or by lot. */
@Component
class GivenPlaces implements Places, PlaceClaims {

  private final Counter counter;
  private final Draws draws;
  private final Holds holds;
  private final Shelf shelf;
  private final Forms forms;
  private final OfferWords words;
  private final DrawWords drawWords;
  private final Clock clock;

  GivenPlaces(
      Counter counter,
      Draws draws,
      Holds holds,
      Shelf shelf,
      Forms forms,
      OfferWords words,
      DrawWords drawWords,
      Clock clock) {
    this.counter = counter;
    this.draws = draws;
    this.holds = holds;
    this.shelf = shelf;
    this.forms = forms;
    this.words = words;
    this.drawWords = drawWords;
    this.clock = clock;
  }

  @Override
  public Places.Outcome hold(Wish wish) {
    return draws
        .booking(wish.service())
        .map(booking -> draws.begin(wish, booking))
        .orElseGet(() -> counter.hold(wish));
  }

  @Override
  public Optional<Named> named(ServiceId service, String offer, Locale locale) {
    return shelf
        .find(service, offer)
        .map(Shelf.Standing::offer)
        .map(found ->
            new Named(
                found.id(),
                OfferWords.name(found, locale),
                OfferWords.details(found, locale),
                entering(found)));
  }

  private @Nullable Instant entering(Offer offer) {
    return draws.booking(offer.service()).isPresent() ? offer.closesAt() : null;
  }

  @Override
  public Optional<Held> held(UUID draft) {
    return holds
        .ofDraft(draft)
        .filter(hold -> hold.isHeld(clock.instant()))
        .map(hold -> new Held(hold.offer(), hold.places(), hold.expiresAt()));
  }

  @Override
  public void release(UUID draft) {
    counter.release(draft);
  }

  @Override
  public PlaceClaims.Outcome claim(UUID draft, RequestEnvelope request, NewRequest.Booked wanted) {
    return draws.booking(request.service()).isPresent()
        ? draws.enter(draft, request, wanted)
        : counter
            .claim(draft, request, wanted)
            .<PlaceClaims.Outcome>map(PlaceClaims.Outcome.Refused::new)
            .orElseGet(PlaceClaims.Outcome.Claimed::new);
  }

  @Override
  public Optional<BookedPlaces> booked(RequestId request) {
    return holds
        .ofRequest(request.value())
        .map(hold -> new BookedPlaces(hold.offer(), hold.places()));
  }

  @Override
  public Optional<String> words(ServiceId service, BookedPlaces booked, Locale language) {
    return forms
        .form(service)
        .flatMap(Form::booking)
        .flatMap(booking ->
            shelf
                .find(service, booked.offer())
                .map(found -> words.booked(found.offer(), booking, booked.places(), language)));
  }

  @Override
  public Optional<String> words(RequestEnvelope request) {
    var booking = forms.form(request.service()).flatMap(Form::booking);
    if (booking.isEmpty()) {
      return Optional.empty(); // as most requests, and nothing is looked for
    }
    return booking.get().draw()
        ? drawWords.entered(request)
        : booked(request.id())
            .flatMap(booked -> words(request.service(), booked, request.language()));
  }
}
