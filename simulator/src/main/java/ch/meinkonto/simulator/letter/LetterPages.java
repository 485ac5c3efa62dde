package ch.meinkonto.simulator.letter;

import ch.meinkonto.simulator.Html;
import java.util.List;
import java.util.Map;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The letterboxes, as a page and as JSON. */
@RestController
class LetterPages {

  private final Letterboxes letters;
  private final PrintShop printed;
  private final Html html;

  LetterPages(Letterboxes letters, PrintShop printed, Html html) {
    this.letters = letters;
    this.printed = printed;
    this.html = html;
  }

  @GetMapping("/briefkasten")
  ResponseEntity<byte[]> all() {
    return html.page(
        "letters.jte", Map.of("letters", letters.newestFirst(), "printed", printed.newestFirst()));
  }

  @GetMapping("/briefkasten/briefe")
  List<PostedLetter> letters(@RequestParam(defaultValue = "") String to) {
    return letters.newestFirst().stream()
        .filter(letter -> String.join(" ", letter.to()).contains(to))
        .toList();
  }
}
