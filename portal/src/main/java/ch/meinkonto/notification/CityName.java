package ch.meinkonto.notification;

import ch.meinkonto.platform.web.Site;
import java.util.Locale;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Whom a notice is from. */
@Component
class CityName {

  private final ObjectProvider<Site> site;

  CityName(ObjectProvider<Site> site) {
    this.site = site;
  }

  String in(Locale locale) {
    return site.stream().findFirst().map(known -> known.cityName(locale)).orElse("Mein Konto");
  }
}
