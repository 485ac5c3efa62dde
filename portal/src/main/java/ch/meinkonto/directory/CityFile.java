package ch.meinkonto.directory;

import ch.meinkonto.directory.City.InfoPage;
import ch.meinkonto.directory.City.Mail;
import ch.meinkonto.directory.City.Section;
import ch.meinkonto.directory.City.Start;
import ch.meinkonto.platform.yaml.Languages;
import ch.meinkonto.platform.yaml.Localized;
import ch.meinkonto.platform.yaml.YamlNode;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;

/** Reads {@code city.yaml}. */
public final class CityFile implements CityPart<City> {

  static final String FILE = "city.yaml";

  /** Addresses that every page links to. */
  private static final List<String> PAGES = List.of("hilfe", "datenschutz", "barrierefreiheit");

  @Override
  public Class<City> type() {
    return City.class;
  }

  @Override
  public City read(CityReading reading) {
    var root = reading.yaml(FILE);
    root.allow(
        "id",
        "name",
        "city",
        "product",
        "languages",
        "default-language",
        "time-zone",
        "mail",
        "contact",
        "example-note",
        "start",
        "pages");
    var languages = languages(root);
    return new City(
        Ids.read(root.require("id"), id -> id, "stadt"),
        root.require("name").localized(languages),
        root.require("city").localized(languages),
        root.require("product").text(),
        languages,
        zone(root),
        mail(root.require("mail"), languages),
        ContactReader.read(root.require("contact"), languages),
        root.at("example-note").map(node -> node.localized(languages)).orElse(null),
        start(root.require("start"), languages),
        pages(root.require("pages"), languages));
  }

  private static Languages languages(YamlNode root) {
    var codes = new ArrayList<String>();
    for (var item : root.require("languages").items()) {
      if (item.text().matches("[a-z]{2,3}")) {
        codes.add(item.text());
      } else {
        item.finding("a language is a code of two or three small letters (BCP 47), such as de");
      }
    }
    var first = root.at("default-language").map(YamlNode::text).orElse("de");
    if (!codes.contains(first)) {
      root.at("default-language")
          .orElse(root)
          .finding("the default language must be one of the languages");
    }
    codes.remove(first);
    codes.addFirst(first);
    return new Languages(codes);
  }

  private static ZoneId zone(YamlNode root) {
    var node = root.require("time-zone");
    try {
      return node.isScalar() ? ZoneId.of(node.text()) : ZoneOffset.UTC;
    } catch (DateTimeException e) {
      node.finding("no such time zone; it is written like Europe/Zurich");
      return ZoneOffset.UTC;
    }
  }

  private static Mail mail(YamlNode node, Languages languages) {
    if (!node.isMissing()) {
      node.allow("sender-name", "sender-address");
    }
    var address = node.require("sender-address");
    return new Mail(node.require("sender-name").localized(languages), ContactReader.email(address));
  }

  private static Start start(YamlNode node, Languages languages) {
    node.allow("title", "intro", "can", "promise", "often");
    var promise = node.require("promise");
    promise.allow("title", "text");
    return new Start(
        node.require("title").localized(languages),
        node.require("intro").localized(languages),
        node.require("can").items().stream().map(item -> item.localized(languages)).toList(),
        promise.require("title").localized(languages),
        promise.require("text").localized(languages),
        node.at("often").map(YamlNode::texts).orElse(List.of()));
  }

  private static List<InfoPage> pages(YamlNode list, Languages languages) {
    var pages = new ArrayList<InfoPage>();
    var ids = new HashSet<String>();
    for (var node : list.items()) {
      node.allow("id", "title", "intro", "sections");
      var id = Ids.read(node.require("id"), value -> value, "seite");
      if (!ids.add(id)) {
        node.finding("there is already a page “" + id + "”");
      }
      pages.add(
          new InfoPage(
              id,
              node.require("title").localized(languages),
              node.require("intro").localized(languages),
              sections(node.require("sections"), languages)));
    }
    PAGES.stream()
        .filter(page -> !ids.contains(page))
        .forEach(
            page -> list.finding("the page “" + page + "” is missing; every page links to it"));
    return pages;
  }

  private static List<Section> sections(YamlNode list, Languages languages) {
    return list.items().stream()
        .map(node -> {
          node.allow("title", "text");
          Localized<String> text = Markdown.read(node.require("text"), languages);
          return new Section(node.require("title").localized(languages), text);
        })
        .toList();
  }
}
