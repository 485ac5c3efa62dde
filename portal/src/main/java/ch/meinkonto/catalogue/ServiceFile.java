package ch.meinkonto.catalogue;

import ch.meinkonto.directory.CityReading;
import ch.meinkonto.directory.Ids;
import ch.meinkonto.directory.Markdown;
import ch.meinkonto.directory.Organisation;
import ch.meinkonto.directory.UnitId;
import ch.meinkonto.platform.yaml.YamlNode;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Reads one {@code services/<id>.yaml}, but for what belongs to its form. */
final class ServiceFile {

  private static final int HIGHEST_VERSION = 9999;

  private final CityReading reading;
  private final YamlNode root;
  private final Set<LifeSituationId> situations;

  ServiceFile(CityReading reading, String path, Set<LifeSituationId> situations) {
    this.reading = reading;
    this.root = reading.yaml(path);
    this.situations = situations;
  }

  Service read() {
    root.allow(
        "id",
        "unit",
        "version",
        "level",
        "reach",
        "url",
        "aliases",
        "life-situations",
        "name",
        "summary",
        "search",
        "for-whom",
        "need",
        "cost",
        "duration",
        "answer-time",
        "next",
        "offline",
        "about",
        "form",
        "route",
        "tables");
    return new Service(
        id(),
        unit(),
        root.require("version").integer(1, HIGHEST_VERSION),
        root.require("level").oneOf(Level.byCode()),
        reach(),
        lifeSituations(),
        root.at("aliases").map(YamlNode::items).orElse(List.of()).stream()
            .map(item -> Ids.read(item, ServiceId::new, "dienst"))
            .toList(),
        texts());
  }

  private ServiceId id() {
    var node = root.require("id");
    var id = Ids.read(node, ServiceId::new, "dienst");
    var expected = id + ".yaml";
    if (!node.isMissing() && !root.file().getFileName().toString().equals(expected)) {
      node.finding("the file of the service “" + id + "” must be called " + expected);
    }
    return id;
  }

  private UnitId unit() {
    var node = root.require("unit");
    var unit = Ids.read(node, UnitId::new, "amt");
    if (!node.isMissing() && reading.part(Organisation.class).unit(unit).isEmpty()) {
      node.finding("there is no unit “" + unit + "” in organisation.yaml");
    }
    return unit;
  }

  private Reach reach() {
    var byLink = root.require("reach").oneOf(new TreeMap<>(Map.of("form", false, "link", true)));
    if (byLink) {
      var node = root.require("url");
      if (!node.isMissing() && !node.text().matches("https://[a-z0-9.-]+(/[^\\s\"'<>\\\\]*)?")) {
        node.finding("an address must begin with https://");
        return new Reach.ByForm();
      }
      return node.isMissing() ? new Reach.ByForm() : new Reach.ByLink(URI.create(node.text()));
    }
    root.at("url").ifPresent(node -> node.finding("only a service with “reach: link” has a url"));
    root.require("form");
    return new Reach.ByForm();
  }

  private List<LifeSituationId> lifeSituations() {
    var list = root.require("life-situations");
    var ids =
        list.items().stream()
            .map(item -> {
              var id = Ids.read(item, LifeSituationId::new, "lebenslage");
              if (item.isScalar() && !situations.contains(id)) {
                item.finding("there is no life situation “" + id + "”");
              }
              return id;
            })
            .distinct()
            .toList();
    if (list.isList() && ids.isEmpty()) {
      list.finding("a service belongs to at least one life situation");
    }
    return ids;
  }

  private ServiceTexts texts() {
    var languages = reading.languages();
    return new ServiceTexts(
        root.require("name").localized(languages),
        root.require("summary").localized(languages),
        root.require("search").localizedList(languages),
        root.require("for-whom").localized(languages),
        root.require("need").localizedList(languages),
        root.require("cost").localized(languages),
        root.require("duration").localized(languages),
        root.require("answer-time").localized(languages),
        root.require("next").localizedList(languages),
        Markdown.read(root.require("offline"), languages),
        Markdown.read(root.require("about"), languages));
  }
}
