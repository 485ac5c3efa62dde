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
import org.jspecify.annotations.Nullable;

/** Reads one {@code services/<id>.yaml}, but for what belongs to its form. */
final class ServiceFile {

  private static final int HIGHEST_VERSION = 9999;

  private static final Map<String, String> REACHES =
      new TreeMap<>(Map.of("form", "form", "app", "app", "link", "link", "booking", "booking"));

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
        "account",
        "by-mandate",
        "activation",
        "reach",
        "url",
        "application",
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
        "answers-at-once",
        "next",
        "offline",
        "about",
        "form",
        "route",
        "copies",
        "per-unit",
        "booking",
        "calendars",
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
        texts(),
        activation(),
        answersAtOnce(),
        audience(),
        byMandate());
  }

  /** Whoever has no account has none of either kind; an application looks at its people itself. */
  private Audience audience() {
    return root.at("account")
        .map(node -> {
          if (is("level", "none") || !(is("reach", "form") || is("reach", "booking"))) {
            node.finding("a service with “account” has a login, and “reach: form”");
          }
          return node.oneOf(Audience.BY_CODE);
        })
        .orElse(Audience.EVERYBODY);
  }

  /**
   * Forms are what one person fills in for another; an application decides that for itself, and a
   * place is held for the account that books it.
   */
  private boolean byMandate() {
    var form = is("reach", "form");
    return root.at("by-mandate")
        .map(node -> {
          if (!form) {
            node.finding("a service with “by-mandate” has “reach: form”");
          }
          return node.bool();
        })
        .orElse(form);
  }

  /** Who waits sees the answer, so it has to be somebody. */
  private boolean answersAtOnce() {
    return root.at("answers-at-once")
        .map(node -> {
          if (is("level", "none") || !is("reach", "form")) {
            node.finding("a service with “answers-at-once” has a login, and “reach: form”");
          }
          return node.bool();
        })
        .orElse(false);
  }

  /** Who is known by a code has an account, and the portal leads them there itself. */
  private @Nullable Activation activation() {
    return root.at("activation")
        .map(node -> {
          if (is("level", "none") || is("reach", "link")) {
            node.finding(
                "a service with “activation” has a login, and “reach: form”, “booking” or “app”");
          }
          return new ActivationNotes(reading.languages()).read(node);
        })
        .orElse(null);
  }

  private boolean is(String key, String word) {
    return root.at(key).filter(YamlNode::isScalar).map(YamlNode::text).orElse("").equals(word);
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
    only("url", "link");
    only("application", "app");
    only("booking", "booking");
    return switch (root.require("reach").oneOf(REACHES)) {
      case "link" -> byLink(root.require("url"));
      case "app" ->
          new Reach.ByApplication(Ids.read(root.require("application"), id -> id, "anwendung"));
      case "booking" -> {
        root.require("booking");
        root.require("form");
        yield new Reach.ByBooking();
      }
      default -> {
        root.require("form");
        yield new Reach.ByForm();
      }
    };
  }

  private void only(String name, String reach) {
    root.at(name)
        .filter(_ -> !root.at("reach").map(YamlNode::text).orElse("").equals(reach))
        .ifPresent(
            node -> node.finding("only a service with “reach: " + reach + "” has “" + name + "”"));
  }

  private static Reach byLink(YamlNode url) {
    if (url.isMissing() || url.text().matches("https://[a-z0-9.-]+(/[^\\s\"'<>\\\\]*)?")) {
      return url.isMissing() ? new Reach.ByForm() : new Reach.ByLink(URI.create(url.text()));
    }
    url.finding("an address must begin with https://");
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
