package ch.meinkonto.entrance;

import ch.meinkonto.operations.StaffMember;
import ch.meinkonto.platform.web.Page;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Puts rushes into the words and numbers of the desk. */
@Component
class RushViews {

  private static final int ENDED = 20;
  private static final Duration LATELY = Duration.ofMinutes(20);

  private final RushRows rows;
  private final Pictures pictures;
  private final Admissions admissions;
  private final ServiceNames names;
  private final Clock clock;

  RushViews(
      RushRows rows, Pictures pictures, Admissions admissions, ServiceNames names, Clock clock) {
    this.rows = rows;
    this.pictures = pictures;
    this.admissions = admissions;
    this.names = names;
    this.clock = clock;
  }

  List<RushView> all(StaffMember who, Page page) {
    return Stream.concat(
            rows.open().stream().map(rush -> view(rush, false, who, page, List.of(), List.of())),
            rows.ended(ENDED).stream()
                .map(rush -> view(rush, true, who, page, List.of(), List.of())))
        .toList();
  }

  RushView live(Rush rush, StaffMember who, Page page) {
    var line = rush.line();
    var inside = admissions.since(rush.id(), clock.instant().minus(LATELY));
    var figures =
        List.of(
            Map.entry(page.text("entrance.figure.waiting"), Telling.rounded(line.waiting())),
            Map.entry(page.text("entrance.figure.inside"), Telling.rounded(inside)),
            Map.entry(
                page.text("entrance.figure.pace"), Telling.rounded(Math.round(line.pace() * 60))),
            Map.entry(
                page.text("entrance.figure.came"), Telling.rounded(line.early() + line.late())));
    return view(
        rush,
        rows.hasEnded(rush.id()),
        who,
        page,
        figures,
        Curves.of(pictures.last(rush.id(), Curves.SLOTS), page));
  }

  private RushView view(
      Rush rush,
      boolean ended,
      StaffMember who,
      Page page,
      List<Map.Entry<String, String>> figures,
      List<Curve> curves) {
    var state = state(rush, ended);
    return new RushView(
        RushPages.PATH + "/" + rush.id(),
        names.of(rush, page),
        page.formats().moment(rush.plan().opensAt()),
        "entrance.state." + state,
        !ended && rush.plan().gathers(clock.instant()),
        who.operates() ? acts(state) : List.of(),
        figures,
        plan(rush.plan(), page),
        curves);
  }

  private String state(Rush rush, boolean ended) {
    var now = clock.instant();
    if (ended) {
      return "ended";
    }
    return switch (rush.line().mode()) {
      case PAUSED -> "paused";
      case EVERYBODY -> "everybody";
      case RUNNING ->
          rush.plan().open(now) ? "running" : rush.plan().gathers(now) ? "gathers" : "planned";
    };
  }

  private static List<String> acts(String state) {
    return switch (state) {
      case "ended" -> List.of();
      case "planned" -> List.of("beenden");
      case "paused", "everybody" -> List.of("fortsetzen", "beenden");
      default -> List.of("anhalten", "alle", "beenden");
    };
  }

  private static List<Map.Entry<String, String>> plan(Plan plan, Page page) {
    var rows = new ArrayList<Map.Entry<String, String>>();
    rows.add(Map.entry(page.text("entrance.gathers"), page.formats().moment(plan.gathersAt())));
    rows.add(Map.entry(page.text("entrance.opens"), page.formats().moment(plan.opensAt())));
    if (plan.forecast() > 0) {
      rows.add(Map.entry(page.text("entrance.forecast"), Telling.grouped(plan.forecast())));
      rows.add(
          Map.entry(
              page.text("entrance.drain"),
              page.text(
                  "entrance.drain.text",
                  Telling.grouped(Math.ceilDiv(plan.forecast(), plan.ceiling())),
                  Telling.grouped(Math.ceilDiv(plan.forecast(), plan.floor())))));
    }
    rows.add(
        Map.entry(
            page.text("entrance.limits"),
            page.text(
                "entrance.limits.text",
                Telling.grouped(plan.floor()),
                Telling.grouped(plan.ceiling()))));
    return rows;
  }
}
