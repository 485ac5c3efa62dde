package ch.meinkonto.catalogue;

import ch.meinkonto.catalogue.search.Results;
import ch.meinkonto.catalogue.search.Search;
import ch.meinkonto.directory.CityFolder;
import ch.meinkonto.directory.Organisation;
import ch.meinkonto.directory.Slug;
import ch.meinkonto.directory.UnitId;
import java.text.Collator;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** What the city offers now. */
@Component
public class Catalogue {

  private final CityFolder folder;

  Catalogue(CityFolder folder) {
    this.folder = folder;
  }

  /** All services and life situations, as one state. */
  public Offer offer() {
    return folder.get(Offer.class);
  }

  /** A service by the id it has now. */
  public Optional<Service> find(ServiceId id) {
    return offer().find(id);
  }

  /** A service by what stands in an address, or what somebody else wrote; whatever that is. */
  public Optional<Service> named(String id) {
    return Slug.fits(id) ? find(new ServiceId(id)) : Optional.empty();
  }

  /** All services in the order of the alphabet. */
  public List<Service> all(Locale locale) {
    return sorted(offer().services(), locale);
  }

  /** The services of a unit in the order of the alphabet. */
  public List<Service> of(UnitId unit, Locale locale) {
    return sorted(
        offer().services().stream().filter(service -> service.unit().equals(unit)).toList(),
        locale);
  }

  /** The services of a unit that only tries out its system. */
  public List<Service> rehearsed(UnitId unit) {
    return offer().rehearsed().stream().filter(service -> service.unit().equals(unit)).toList();
  }

  /** The services that fit to these words, the best first. */
  public List<Service> search(String words, Locale locale, int limit) {
    var snapshot = folder.snapshot();
    var hits =
        snapshot
            .get(Search.class)
            .search(words, Searchable.SERVICE, locale.getLanguage(), limit)
            .hits();
    return services(hits, snapshot.get(Offer.class));
  }

  /** The services and units that fit to these words, the best first. */
  public Found find(String words, Locale locale, int services, int units) {
    var snapshot = folder.snapshot();
    var search = snapshot.get(Search.class);
    var language = locale.getLanguage();
    var foundServices = search.search(words, Searchable.SERVICE, language, services);
    var foundUnits = search.search(words, Searchable.UNIT, language, units);
    var offer = snapshot.get(Offer.class);
    var organisation = snapshot.get(Organisation.class);
    return new Found(
        services(foundServices.hits(), offer),
        foundUnits.hits().stream()
            .flatMap(hit -> organisation.unit(new UnitId(hit.key())).stream())
            .toList(),
        foundServices.meant(),
        foundServices.marker());
  }

  private static List<Service> services(List<Results.Hit> hits, Offer offer) {
    return hits.stream().flatMap(hit -> offer.find(new ServiceId(hit.key())).stream()).toList();
  }

  private static List<Service> sorted(List<Service> services, Locale locale) {
    var collator = Collator.getInstance(locale);
    return services.stream()
        .sorted(Comparator.comparing(service -> service.name(locale), collator))
        .toList();
  }
}
