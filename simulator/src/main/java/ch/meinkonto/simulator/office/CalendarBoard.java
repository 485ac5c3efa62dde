package ch.meinkonto.simulator.office;

import ch.meinkonto.simulator.SimulatorSettings;
import ch.meinkonto.unit.PortalRefused;
import ch.meinkonto.unit.PortalUnavailable;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Publishes the days that offices tell everybody, where their system speaks the contract. */
@Component
class CalendarBoard {

  private static final Logger log = LoggerFactory.getLogger(CalendarBoard.class);
  private static final ZoneId ZONE = ZoneId.of("Europe/Zurich");

  private final Offices offices;
  private final YearPlan plan;
  private final Set<String> said = new HashSet<>();
  private int year;

  CalendarBoard(SimulatorSettings settings, Offices offices) {
    this.offices = offices;
    this.plan = YearPlan.read(settings.city());
  }

  /** Once a year, as soon as there is an office to say it. */
  @Scheduled(initialDelay = 2, fixedDelay = 5, timeUnit = TimeUnit.SECONDS)
  void say() {
    var now = LocalDate.now(ZONE).getYear();
    if (now != year) {
      said.clear();
      year = now;
    }
    for (var service : plan.services()) {
      if (!said.contains(service)) {
        offices
            .find(plan.unit(service), ContractOffice.class)
            .ifPresent(office -> say(service, office));
      }
    }
  }

  private void say(String service, ContractOffice office) {
    try {
      plan.of(service, year)
          .forEach((id, calendar) -> office.calendars().publish(service, id, calendar));
      said.add(service);
    } catch (PortalUnavailable | PortalRefused e) {
      log.debug("The days of {} are said again soon", service, e);
    }
  }
}
