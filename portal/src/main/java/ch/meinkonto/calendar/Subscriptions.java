package ch.meinkonto.calendar;

import ch.meinkonto.catalogue.ServiceId;
import ch.meinkonto.contract.PublishedId;
import ch.meinkonto.platform.PortalSettings;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Where one subscribes to what fits one’s answers: nothing of it is kept. */
@Component
public class Subscriptions {

  private static final String AND = "+";
  private static final int MOST = 20;

  private final Calendars calendars;
  private final PortalSettings settings;

  Subscriptions(Calendars calendars, PortalSettings settings) {
    this.calendars = calendars;
    this.settings = settings;
  }

  /**
   * A way to subscribe.
   *
   * @param names the calendars, as they stand in an address
   * @param https for programs that ask for an address, and to download it once
   * @param webcal what calendar programs open by themselves
   */
  public record Subscription(String names, String https, String webcal) {

    /** At an address that was given before. */
    public static Subscription at(String https) {
      var names = https.substring(https.lastIndexOf('/') + 1).replaceFirst("\\.ics$", "");
      return new Subscription(names, https, https.replaceFirst("^https?:", "webcal:"));
    }
  }

  /** To those of these calendars that their unit has published; empty if there are none. */
  public Optional<Subscription> of(ServiceId service, Collection<String> ids, Locale locale) {
    var names = calendars.known(service, ids).stream().limit(MOST).collect(Collectors.joining(AND));
    if (names.isEmpty()) {
      return Optional.empty();
    }
    var https =
        settings.url(
            "%s/%s/%s/%s.ics".formatted(FeedPages.PATH, service, locale.getLanguage(), names));
    return Optional.of(Subscription.at(https.toString()));
  }

  /** The same, as names stand in an address. */
  public Optional<Subscription> of(ServiceId service, String names, Locale locale) {
    return of(service, split(names), locale);
  }

  static List<String> split(String names) {
    return Stream.of(names.split("\\" + AND, MOST + 1))
        .limit(MOST)
        .filter(PublishedId::fits)
        .toList();
  }
}
