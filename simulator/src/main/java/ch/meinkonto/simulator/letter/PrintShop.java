package ch.meinkonto.simulator.letter;

import ch.meinkonto.simulator.letter.PrintShop.Order.Addressee;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The demo's printer of letters, to which the portal posts. It keeps them as long as it runs. */
@RestController
class PrintShop {

  static final String PATH = "/briefkasten/druck";

  private final List<PrintedLetter> letters = new CopyOnWriteArrayList<>();

  /** What the portal posts when nothing else is set. */
  record Order(String id, String subject, String text, String pdf, Addressee to) {

    record Addressee(
        String name, String extra, String street, String postcode, String town, String country) {}
  }

  /** The newest first. */
  List<PrintedLetter> newestFirst() {
    return letters.reversed();
  }

  @PostMapping(PATH)
  @ResponseStatus(HttpStatus.ACCEPTED)
  void take(@RequestBody Order order) {
    if (letters.stream().noneMatch(letter -> letter.id().equals(order.id()))) {
      letters.add(
          new PrintedLetter(
              order.id(),
              Instant.now(),
              lines(order.to()),
              order.subject(),
              List.of(order.text().split("\n\n", -1)),
              Base64.getDecoder().decode(order.pdf())));
    }
  }

  @GetMapping(PATH + "/{id}.pdf")
  ResponseEntity<byte[]> pdf(@PathVariable String id) {
    return letters.stream()
        .filter(letter -> letter.id().equals(id))
        .findFirst()
        .map(
            letter -> ResponseEntity.ok().contentType(MediaType.APPLICATION_PDF).body(letter.pdf()))
        .orElseGet(() -> ResponseEntity.notFound().build());
  }

  private static List<String> lines(Addressee to) {
    return Stream.of(to.name(), to.extra(), to.street(), to.postcode() + " " + to.town())
        .filter(line -> !line.isBlank())
        .toList();
  }
}
