package ch.meinkonto.rules.counterexample;

import java.time.Instant;
import org.springframework.beans.factory.annotation.Autowired;

/** Reads the machine's time, prints, and has its needs put into a field. */
class OwnTime {

  @Autowired private String need = "";

  @SuppressWarnings({"JavaTimeDefaultTimeZone", "SystemOut"})
  Instant now() {
    System.out.println(need);
    return Instant.now();
  }
}
