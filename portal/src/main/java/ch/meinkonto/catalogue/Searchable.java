package ch.meinkonto.catalogue;

import ch.meinkonto.catalogue.search.Entry;
import ch.meinkonto.catalogue.search.Entry.Wording;
import ch.meinkonto.directory.Markdown;
import ch.meinkonto.directory.Organisation;
import ch.meinkonto.directory.Unit;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What the search reads of services and units. */
final class Searchable {

  static final String SERVICE = "service";
  static final String UNIT = "unit";

  private Searchable() {}

  static List<Entry> services(Offer offer, Organisation organisation, List<String> languages) {
    return offer.services().stream()
        .map(service ->
            entry(
                SERVICE,
                service.id().value(),
                languages,
                language -> wording(service, offer, organisation, language)))
        .toList();
  }

  static List<Entry> units(Organisation organisation, List<String> languages) {
    return organisation.units().stream()
        .map(unit ->
            entry(
                UNIT,
                unit.id().value(),
                languages,
                language -> wording(unit, organisation, language)))
        .toList();
  }

  private static Entry entry(
      String kind, String key, List<String> languages, Function<String, Wording> wording) {
    return new Entry(
        kind, key, languages.stream().collect(Collectors.toMap(language -> language, wording)));
  }

  private static Wording wording(
      Service service, Offer offer, Organisation organisation, String language) {
    var texts = service.texts();
    var unit = organisation.unit(service.unit()).map(found -> found.name().in(language)).orElse("");
    var situations =
        service.situations().stream()
            .flatMap(id -> offer.situation(id).stream())
            .map(situation -> situation.name().in(language))
            .collect(Collectors.joining(" . "));
    var rest =
        String.join(
            " . ",
            texts.forWhom().in(language),
            String.join(" . ", texts.need().in(language)),
            String.join(" . ", texts.next().in(language)),
            Markdown.plain(texts.offline().in(language)),
            Markdown.plain(texts.about().in(language)));
    return new Wording(
        texts.name().in(language),
        texts.search().in(language),
        unit + " . " + situations,
        texts.summary().in(language),
        rest);
  }

  private static Wording wording(Unit unit, Organisation organisation, String language) {
    var department =
        organisation
            .department(unit.department())
            .map(found -> found.name().in(language))
            .orElse("");
    return new Wording(
        unit.name().in(language), List.of(), department, unit.about().in(language), "");
  }
}
