package ch.meinkonto.connector.worklist.web;

import ch.meinkonto.connector.worklist.Row;
import ch.meinkonto.connector.worklist.Stage;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * Which cases the list shows.
 *
 * @param stage a {@link Stage} in small letters, {@code offen} or {@code alle}
 * @param service a service's id, or empty
 * @param age {@code ueberfaellig}, a number of days, or empty
 * @param whose {@code meine}, {@code niemand}, or empty
 * @param search part of a reference, or empty
 */
public record Filter(String stage, String service, String age, String whose, String search) {

  static final String OPEN = "offen";
  static final String ALL = "alle";

  /** The rows that fit, in the order in which they want attention. */
  List<Row> of(List<Row> rows, String login, Instant now, Duration due) {
    Comparator<Row> order =
        Comparator.comparing((Row row) -> !row.overdue(now, due))
            .thenComparing(row -> !row.stage().ours())
            .thenComparing(row -> row.stage().over())
            .thenComparing(Row::receivedAt)
            .thenComparing(row -> row.reference().value());
    Stream<Row> fitting =
        rows.stream()
            .filter(this::fitsStage)
            .filter(row -> service.isEmpty() || row.service().equals(service))
            .filter(row -> fitsAge(row, now, due))
            .filter(row -> fitsOwner(row, login))
            .filter(row -> normalised(row.reference().value()).contains(normalised(search)));
    return fitting.sorted(order).toList();
  }

  private boolean fitsStage(Row row) {
    return switch (stage) {
      case ALL -> true;
      case OPEN -> !search.isEmpty() || !row.stage().over();
      default -> row.stage().name().toLowerCase(Locale.ROOT).equals(stage);
    };
  }

  private boolean fitsAge(Row row, Instant now, Duration due) {
    return switch (age) {
      case "" -> true;
      case "ueberfaellig" -> row.overdue(now, due);
      case "7" -> row.receivedAt().plus(Duration.ofDays(7)).isBefore(now);
      case "30" -> row.receivedAt().plus(Duration.ofDays(30)).isBefore(now);
      default -> false;
    };
  }

  private boolean fitsOwner(Row row, String login) {
    return switch (whose) {
      case "meine" -> login.equals(row.assignee());
      case "niemand" -> row.assignee() == null;
      default -> true;
    };
  }

  private static String normalised(String reference) {
    return reference
        .toUpperCase(Locale.ROOT)
        .replaceAll("[^0-9A-Z]", "")
        .replace('O', '0')
        .replaceAll("[IL]", "1");
  }

  /** Whether it is more than the list as it opens. */
  public boolean narrowed() {
    return !equals(new Filter(OPEN, "", "", "", ""));
  }

  /** The address of a page of this list. */
  public String page(int number) {
    return UriComponentsBuilder.fromPath("/")
        .queryParam("stand", "{stand}")
        .queryParam("dienst", "{dienst}")
        .queryParam("alter", "{alter}")
        .queryParam("wem", "{wem}")
        .queryParam("suche", "{suche}")
        .queryParam("seite", number)
        .encode()
        .buildAndExpand(stage, service, age, whose, search)
        .toUriString();
  }
}
