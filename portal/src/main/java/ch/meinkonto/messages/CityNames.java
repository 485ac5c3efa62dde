package ch.meinkonto.messages;

import ch.meinkonto.catalogue.Catalogue;
import ch.meinkonto.catalogue.ServiceId;
import ch.meinkonto.directory.Directory;
import ch.meinkonto.directory.UnitId;
import ch.meinkonto.trust.Names;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.stereotype.Component;

/** What units and services are called; their ids where the city no longer has them. */
@Component
class CityNames implements Names {

  private final Directory directory;
  private final Catalogue catalogue;

  CityNames(Directory directory, Catalogue catalogue) {
    this.directory = directory;
    this.catalogue = catalogue;
  }

  String unit(Subject subject, Locale locale) {
    return unit(subject.unit(), locale).orElse(subject.unit());
  }

  String service(Subject subject, Locale locale) {
    return subject(subject.service(), locale).orElse(subject.service());
  }

  @Override
  public Optional<String> unit(String id, Locale locale) {
    return named(id, UnitId::new).flatMap(directory::unit).map(unit -> unit.name().in(locale));
  }

  @Override
  public Optional<String> subject(String id, Locale locale) {
    return named(id, ServiceId::new).flatMap(catalogue::find).map(service -> service.name(locale));
  }

  /** Not every word is a name: a reference is none. */
  private static <T> Optional<T> named(String id, Function<String, T> type) {
    try {
      return Optional.of(type.apply(id));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
