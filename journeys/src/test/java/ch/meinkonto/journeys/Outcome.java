package ch.meinkonto.journeys;

import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What became of all requests.
 *
 * @param states at the portal, by reference
 * @param setAside why, by reference
 * @param taken the references that offices have
 * @param twice those that came to an office more than once
 */
record Outcome(
    Map<String, String> states,
    Map<String, String> setAside,
    Set<String> taken,
    Set<String> twice) {

  /** A request that somebody has a reference for. */
  record Sent(String reference, Road road) {}

  static Outcome of(FaultyCity city, PortalDatabase database) throws SQLException, IOException {
    var taken = new HashSet<String>();
    var twice = new HashSet<String>();
    for (var one : city.cases()) {
      var reference = one.path("reference").asString();
      if (!taken.add(reference) || one.path("log").toString().contains("kam noch einmal")) {
        twice.add(reference);
      }
    }
    var references = database.map("SELECT id, reference FROM request_envelope");
    for (var id : city.onTheWorklist()) {
      if (!taken.add(references.get(id))) {
        twice.add(references.get(id));
      }
    }
    return new Outcome(
        database.map("SELECT reference, state FROM request_envelope"),
        database.map(
            "SELECT e.reference, d.reason FROM delivery_item d"
                + " JOIN request_envelope e ON e.id = d.request_id"
                + " WHERE d.state = 'set-aside' AND d.reason IS NOT NULL"),
        taken,
        twice);
  }

  private boolean isRejected(Sent one) {
    return "rejected".equals(states.get(one.reference()));
  }

  private boolean isSetAside(Sent one) {
    return setAside.containsKey(one.reference());
  }

  private boolean isTaken(Sent one) {
    return taken.contains(one.reference());
  }

  /** Either the office has it, or the portal knows why not. */
  boolean isKnown(Sent one) {
    return isTaken(one) ^ (isRejected(one) || isSetAside(one));
  }

  /** A line for each channel, and one for all. */
  List<String> table(Collection<Sent> sent) {
    var lines = new ArrayList<String>();
    lines.add(
        "%-9s %7s %7s %9s %8s %6s %8s"
            .formatted("channel", "sent", "taken", "set aside", "rejected", "twice", "missing"));
    for (var road : Road.values()) {
      lines.add(row(road.name(), sent.stream().filter(one -> one.road() == road).toList()));
    }
    lines.add(row("all", sent));
    return lines;
  }

  private String row(String name, Collection<Sent> sent) {
    return "%-9s %7d %7d %9d %8d %6d %8d"
        .formatted(
            name,
            sent.size(),
            sent.stream().filter(this::isTaken).count(),
            sent.stream().filter(this::isSetAside).count(),
            sent.stream().filter(this::isRejected).count(),
            sent.stream().filter(one -> twice.contains(one.reference())).count(),
            sent.stream().filter(one -> !isKnown(one)).count());
  }
}
