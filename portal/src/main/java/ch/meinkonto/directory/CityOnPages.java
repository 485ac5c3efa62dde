package ch.meinkonto.directory;

import ch.meinkonto.platform.web.Site;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Component;

/** What the page frame says about the city. */
@Component
class CityOnPages implements Site {

  private final Directory directory;

  CityOnPages(Directory directory) {
    this.directory = directory;
  }

  @Override
  public String cityName(Locale locale) {
    return directory.city().city().in(locale);
  }

  @Override
  public List<Locale> languages() {
    return directory.city().locales();
  }
}
