package ch.meinkonto.catalogue;

import ch.meinkonto.catalogue.search.Entry;
import ch.meinkonto.catalogue.search.Search;
import ch.meinkonto.catalogue.search.Synonyms;
import ch.meinkonto.directory.City;
import ch.meinkonto.directory.CityPart;
import ch.meinkonto.directory.CityReading;
import ch.meinkonto.directory.Organisation;
import ch.meinkonto.platform.yaml.Localized;
import ch.meinkonto.platform.yaml.YamlNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Makes the search: from the services, the units and the words of {@code search.yaml}. */
public final class SearchPart implements CityPart<Search> {

  @Override
  public Class<Search> type() {
    return Search.class;
  }

  @Override
  public Search read(CityReading reading) {
    var languages = reading.languages().codes();
    var synonyms = synonyms(reading.yaml("search.yaml"), languages);
    var entries = new ArrayList<Entry>();
    if (reading.findings().isEmpty()) {
      entries.addAll(
          Searchable.services(
              reading.part(Offer.class), reading.part(Organisation.class), languages));
      entries.addAll(Searchable.units(reading.part(Organisation.class), languages));
    }
    return Search.of(entries, synonyms, languages, common(reading.part(City.class)));
  }

  private static List<String> common(City city) {
    var names = new ArrayList<String>();
    for (Localized<String> name : List.of(city.name(), city.city())) {
      names.addAll(name.values().values());
    }
    names.add(city.product());
    return names;
  }

  private static Synonyms synonyms(YamlNode root, List<String> languages) {
    root.allow("synonyms", "dialect");
    var groups = new HashMap<String, List<List<String>>>();
    root.at("synonyms")
        .ifPresent(node -> {
          node.allow(languages.toArray(String[]::new));
          node.entries().forEach((language, list) -> groups.put(language, groups(list)));
        });
    var dialect = new HashMap<String, Map<String, List<String>>>();
    root.at("dialect")
        .ifPresent(node -> {
          node.allow(languages.toArray(String[]::new));
          node.entries()
              .forEach((language, map) -> {
                var words = new LinkedHashMap<String, List<String>>();
                map.entries().forEach((word, standard) -> words.put(word, standard.texts()));
                dialect.put(language, words);
              });
        });
    return new Synonyms(groups, dialect);
  }

  private static List<List<String>> groups(YamlNode list) {
    var groups = new ArrayList<List<String>>();
    for (var item : list.items()) {
      var words = item.texts();
      if (item.isList() && words.size() < 2) {
        item.finding("a group needs at least two words that mean the same");
      }
      groups.add(words);
    }
    return groups;
  }
}
