package ch.meinkonto.form;

import ch.meinkonto.catalogue.ServiceId;
import ch.meinkonto.platform.Ids;
import ch.meinkonto.platform.web.Formats;
import ch.meinkonto.platform.web.Visitor;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Which offer a draft is about, and the places that are held for it. */
@Component
class DraftOffers {

  private final ObjectProvider<Places> places;
  private final Drafts drafts;

  DraftOffers(ObjectProvider<Places> places, Drafts drafts) {
    this.places = places;
    this.drafts = drafts;
  }

  /** What came of beginning, or changing, a draft about an offer. */
  sealed interface Outcome {

    /** The places are held, and the draft is about them. */
    record Ready(Draft draft) implements Outcome {}

    /** They can’t be had; everything is as before. */
    record Refused(Places.Why why) implements Outcome {}
  }

  /** Begins a draft for places that can be had. */
  @Transactional
  public Outcome begin(ServiceForm form, String offer, int wanted, Optional<Visitor> visitor) {
    var service = new ServiceId(form.form().service().id());
    var id = Ids.next();
    return switch (desk().hold(wish(id, service, offer, wanted, visitor))) {
      case Places.Outcome.Held(var chosen) ->
          new Outcome.Ready(
              drafts.begin(id, service, about(new LinkedHashMap<>(), chosen, form.form(), wanted)));
      case Places.Outcome.Refused(var why) -> new Outcome.Refused(why);
    };
  }

  /** Has other places held for a draft, or the same again; all else in it stays. */
  @Transactional
  public Outcome change(
      Draft draft, ServiceForm form, String offer, int wanted, Optional<Visitor> visitor) {
    return switch (desk().hold(wish(draft.id(), draft.service(), offer, wanted, visitor))) {
      case Places.Outcome.Held(var chosen) ->
          drafts
              .change(draft, given -> about(given, chosen, form.form(), wanted))
              .<Outcome>map(Outcome.Ready::new)
              .orElseGet(() -> new Outcome.Refused(Places.Why.GONE));
      case Places.Outcome.Refused(var why) -> new Outcome.Refused(why);
    };
  }

  private static Places.Wish wish(
      UUID draft, ServiceId service, String offer, int wanted, Optional<Visitor> visitor) {
    return new Places.Wish(
        draft, service, offer, wanted, visitor.map(Visitor::accountId).orElse(null));
  }

  /** Whoever books for several finds as many ready to be filled in. */
  private static Map<String, Object> about(
      Map<String, Object> given, ChosenOffer offer, Form form, int wanted) {
    given.put(ChosenOffer.KEY, offer.json());
    form.booking()
        .flatMap(Booking::persons)
        .map(Booking.Persons::group)
        .ifPresent(group -> {
          var items = StepEntries.items(given, group);
          while (items.size() < wanted) {
            items.add(new LinkedHashMap<>());
          }
          given.put(group, items);
        });
    return given;
  }

  /** The offer of this id, as pages name it. */
  Optional<Places.Named> named(ServiceId service, String offer, Locale locale) {
    return desk().named(service, offer, locale);
  }

  /** What a draft’s pages say about its places; null when it is about none. */
  @Nullable PlaceView view(Draft draft, Locale locale) {
    if (!(draft.given().get(ChosenOffer.KEY) instanceof Map<?, ?> chosen)) {
      return null;
    }
    var id = String.valueOf(chosen.get("id"));
    var held = desk().held(draft.id());
    var offer = held.map(Places.Held::offer).orElse(id);
    var named =
        named(draft.service(), offer, locale)
            .orElseGet(() -> new Places.Named(id, String.valueOf(chosen.get("name")), "", null));
    var until = held.map(Places.Held::until);
    var formats = new Formats(locale);
    return new PlaceView(
        draft.address(),
        named.id(),
        named.name(),
        named.details(),
        "/dienste/" + draft.service() + "/angebote",
        held.map(Places.Held::places).orElse(1),
        held.isPresent(),
        until.map(formats::time).orElse(null),
        until.orElse(null),
        named.entering() == null ? null : formats.moment(named.entering()));
  }

  /** Lets go of what is held for a draft that is not wanted any more. */
  void release(UUID draft) {
    places.ifAvailable(desk -> desk.release(draft));
  }

  private Places desk() {
    return Objects.requireNonNull(places.getIfAvailable(), "no module gives places away");
  }
}
