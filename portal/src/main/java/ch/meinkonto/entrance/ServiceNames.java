package ch.meinkonto.entrance;

import ch.meinkonto.catalogue.Catalogue;
import ch.meinkonto.platform.web.Page;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** What services are called. */
@Component
class ServiceNames {

  private final Catalogue catalogue;

  ServiceNames(Catalogue catalogue) {
    this.catalogue = catalogue;
  }

  /** One that the city does not offer any more keeps its id. */
  String of(String id, Locale locale) {
    return catalogue.named(id).map(service -> service.name(locale)).orElse(id);
  }

  /** Those of a rush, in one line. */
  String of(Rush rush, Page page) {
    return rush.plan().services().stream()
        .map(id -> of(id, page.locale()))
        .collect(Collectors.joining(", "));
  }

  /** Id and name of each, in the order of the alphabet. */
  List<Map.Entry<String, String>> all(Page page) {
    return catalogue.all(page.locale()).stream()
        .map(service -> Map.entry(service.id().value(), service.name(page.locale())))
        .toList();
  }

  /** Whether there is one. */
  boolean known(String id) {
    return catalogue.named(id).isPresent();
  }
}
