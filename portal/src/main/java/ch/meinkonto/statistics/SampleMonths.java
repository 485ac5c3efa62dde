package ch.meinkonto.statistics;

import ch.meinkonto.catalogue.Catalogue;
import ch.meinkonto.catalogue.Reach;
import ch.meinkonto.catalogue.Service;
import ch.meinkonto.form.Forms;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.springframework.stereotype.Component;

/**
 * Makes up what a month of a growing city could have looked like: always the same for the same
 * month, and for whatever services and units there are.
 */
@Component
class SampleMonths {

  private static final double[] SEASON = {
    1.15, 1.0, 1.05, 0.9, 0.95, 0.9, 0.75, 1.35, 1.15, 1.0, 0.95, 0.7
  };
  private static final double USED_IN_A_MONTH = 0.14;
  private static final double USED_IN_A_YEAR = 0.71;
  private static final double CLOSED = 0.0012;
  private static final double REQUESTS = 0.55;

  private final Catalogue catalogue;
  private final Forms forms;
  private final Rounding rounding;

  SampleMonths(Catalogue catalogue, Forms forms, Rounding rounding) {
    this.catalogue = catalogue;
    this.forms = forms;
    this.rounding = rounding;
  }

  /** One month in the making. */
  private final class Making {

    private final YearMonth month;
    private final SplittableRandom random;
    private final double season;
    private final List<Figure> figures = new ArrayList<>();

    Making(YearMonth month) {
      this.month = month;
      this.random = new SplittableRandom(month.hashCode());
      this.season = SEASON[month.getMonthValue() - 1];
    }

    void add(Measure measure, String service, String unit, String detail, double about) {
      var count = Math.round(about * (0.9 + 0.2 * random.nextDouble()) + random.nextDouble() - 0.5);
      if (count > 0) {
        figures.add(rounding.of(new Cell(month, measure, service, unit, detail), count));
      }
    }

    void spread(Measure measure, String unit, double about, SampleShapes.Shape shape) {
      shape.shares().forEach((detail, share) -> add(measure, "", unit, detail, about * share));
    }
  }

  /** The figures of a month; forms take longer until they are published. */
  List<Figure> of(YearMonth month, Growth growth, boolean withForms) {
    var making = new Making(month);
    var now = growth.at(month);
    var closed = now.accounts() * CLOSED;
    var opened = now.accounts() - growth.at(month.minusMonths(1)).accounts();
    making.add(Measure.OPENED, "", "", "", opened + closed);
    making.add(Measure.CLOSED, "", "", "", closed);
    var active = now.accounts() * USED_IN_A_MONTH * making.season + opened * 0.5;
    making.add(Measure.ACTIVE_MONTH, "", "", "", active);
    var year = Math.round(now.accounts() * USED_IN_A_YEAR);
    making.figures.add(rounding.of(new Cell(month, Measure.ACTIVE_YEAR), year));
    making.figures.add(new Figure(new Cell(month, Measure.SERVICES), now.services(), false));
    making.spread(Measure.LOGIN, "", active * 1.8, SampleShapes.logins(month));
    making.spread(Measure.CONFIRMED, "", active * 0.3, SampleShapes.confirmations(month));
    requests(making, (int) now.services(), active * REQUESTS, withForms);
    return making.figures;
  }

  private void requests(Making making, int services, double all, boolean withForms) {
    var offered = offered(services);
    var whole = 0.0;
    for (var rank = 0; rank < offered.size(); rank++) {
      whole += weight(rank);
    }
    var units = new LinkedHashMap<String, Double>();
    for (var rank = 0; rank < offered.size(); rank++) {
      var service = offered.get(rank);
      var sent = all * weight(rank) / whole;
      var unit = service.unit().value();
      making.add(Measure.SENT, service.id().value(), unit, "", sent);
      making.add(Measure.WITHDRAWN, service.id().value(), unit, "", sent * 0.015);
      if (withForms) {
        form(making, service, sent);
      }
      units.merge(unit, sent, Double::sum);
    }
    units.forEach((unit, sent) -> times(making, unit, sent));
  }

  /** Those that are sent by a form, in an order that has nothing to do with their names. */
  private List<Service> offered(int services) {
    return catalogue.offer().services().stream()
        .filter(service ->
            service.reach() instanceof Reach.ByForm || service.reach() instanceof Reach.ByBooking)
        .sorted(Comparator.comparingInt(service -> mixed(service.id().value())))
        .limit(services)
        .toList();
  }

  private static double weight(int rank) {
    return 1 / (rank + 1.5);
  }

  private void form(Making making, Service service, double sent) {
    var finished = 0.58 + 0.3 * share(service.id().value());
    var left = sent / finished - sent;
    var id = service.id().value();
    var unit = service.unit().value();
    making.add(Measure.FORM, id, unit, Measure.SENT_FORM, sent);
    making.add(Measure.FORM, id, unit, "", left * 0.3);
    var steps = forms.form(service.id()).map(form -> form.steps()).orElse(List.of());
    for (var i = 0; i < steps.size(); i++) {
      making.add(Measure.FORM, id, unit, steps.get(i).id(), left * 0.7 / steps.size());
    }
  }

  private static void times(Making making, String unit, double sent) {
    var speed = share(unit);
    making.spread(Measure.TAKEN, unit, sent, SampleShapes.taking(speed));
    making.spread(Measure.ANSWERED, unit, sent * 0.95, SampleShapes.answering(speed));
    making.spread(Measure.DELIVERED, unit, sent * 1.25, SampleShapes.taking(speed));
    making.spread(
        Measure.ATTEMPT,
        unit,
        sent * 1.25,
        new SampleShapes.Shape(
            Map.of(
                Measure.FIRST_ATTEMPT,
                0.97 + 0.02 * speed,
                Measure.LATER_ATTEMPT,
                0.03 - 0.02 * speed)));
  }

  /** From 0 to 1, for ever the same for a name. */
  private static double share(String name) {
    return Math.floorMod(mixed(name), 1000) / 1000.0;
  }

  private static int mixed(String name) {
    return new SplittableRandom(name.hashCode()).nextInt() & Integer.MAX_VALUE;
  }
}
