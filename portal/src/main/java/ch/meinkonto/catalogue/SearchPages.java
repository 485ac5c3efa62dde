package ch.meinkonto.catalogue;

import ch.meinkonto.directory.Directory;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;

@Controller
class SearchPages {

  private static final int MOST_SERVICES = 30;
  private static final int MOST_UNITS = 5;
  private static final int MOST_SUGGESTIONS = 6;
  private static final int LONGEST_QUERY = 200;

  private final Catalogue catalogue;
  private final Directory directory;

  SearchPages(Catalogue catalogue, Directory directory) {
    this.catalogue = catalogue;
    this.directory = directory;
  }

  @GetMapping("/suche")
  String search(@RequestParam(defaultValue = "") String q, Locale locale, Model model) {
    var query = shortened(q);
    model.addAttribute("query", query);
    model.addAttribute("offer", catalogue.offer());
    model.addAttribute("organisation", directory.organisation());
    model.addAttribute("found", catalogue.find(query, locale, MOST_SERVICES, MOST_UNITS));
    return "catalogue/search";
  }

  /** What the page suggests while somebody types. */
  record Suggestion(String name, String summary, String url) {}

  @GetMapping("/suche/vorschlaege")
  @ResponseBody
  List<Suggestion> suggestions(@RequestParam(defaultValue = "") String q, Locale locale) {
    return catalogue.search(shortened(q), locale, MOST_SUGGESTIONS).stream()
        .map(service ->
            new Suggestion(service.name(locale), service.summary(locale), service.path()))
        .toList();
  }

  /** Without what can’t be shown; longer than this nobody asks. */
  private static String shortened(String query) {
    var plain = query.replaceAll("[\\p{Cc}\\p{Cf}\\p{Cs}]", " ").strip();
    return plain.length() > LONGEST_QUERY ? plain.substring(0, LONGEST_QUERY) : plain;
  }
}
