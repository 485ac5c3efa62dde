package ch.meinkonto.catalogue;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** Shown where nothing is: offers a search, and what the address itself sounds like. */
@Component
class UnknownPage {

  private static final int SUGGESTIONS = 4;
  private static final int LONGEST = 80;

  private final Catalogue catalogue;

  UnknownPage(Catalogue catalogue) {
    this.catalogue = catalogue;
  }

  String show(String id, Locale locale, Model model, HttpServletResponse response) {
    response.setStatus(HttpServletResponse.SC_NOT_FOUND);
    var words = id.length() > LONGEST ? "" : id.replace('-', ' ');
    model.addAttribute("services", catalogue.search(words, locale, SUGGESTIONS));
    return "catalogue/unknown";
  }
}
