package ch.meinkonto.directory;

import ch.meinkonto.platform.yaml.Languages;
import ch.meinkonto.platform.yaml.Localized;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The city itself: what it is called, how it speaks, and its texts that belong to no service.
 *
 * @param name the place
 * @param city the administration’s name
 * @param product what the city calls the portal
 * @param exampleNote said on every page of an example; null for a real city
 */
public record City(
    String id,
    Localized<String> name,
    Localized<String> city,
    String product,
    Languages languages,
    ZoneId zone,
    Mail mail,
    Contact contact,
    @Nullable Localized<String> exampleNote,
    Start start,
    List<InfoPage> pages) {

  /** Who the portal’s mails come from. */
  public record Mail(Localized<String> senderName, String senderAddress) {}

  /**
   * The start page.
   *
   * @param often ids of the services that people look for most
   */
  public record Start(
      Localized<String> title,
      Localized<String> intro,
      List<Localized<String>> can,
      Localized<String> promiseTitle,
      Localized<String> promiseText,
      List<String> often) {}

  /** A page of the city’s own words, such as the one on data protection. */
  public record InfoPage(
      String id, Localized<String> title, Localized<String> intro, List<Section> sections) {}

  /** A part of an {@link InfoPage}, its text in {@link Markdown}. */
  public record Section(Localized<String> title, Localized<String> text) {}

  public City {
    pages = List.copyOf(pages);
  }

  /** A page by its id. */
  public Optional<InfoPage> page(String id) {
    return pages.stream().filter(page -> page.id().equals(id)).findFirst();
  }

  /** The languages of the pages, the city’s own first. */
  public List<Locale> locales() {
    return languages.codes().stream().map(Locale::forLanguageTag).toList();
  }
}
