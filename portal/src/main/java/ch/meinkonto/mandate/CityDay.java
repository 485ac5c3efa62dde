package ch.meinkonto.mandate;

import ch.meinkonto.directory.Directory;
import java.time.Clock;
import java.time.LocalDate;
import org.springframework.stereotype.Component;

/** Which day it is in the city: mandates last for whole days there. */
@Component
class CityDay {

  private final Directory directory;
  private final Clock clock;

  CityDay(Directory directory, Clock clock) {
    this.directory = directory;
    this.clock = clock;
  }

  LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), directory.city().zone());
  }
}
