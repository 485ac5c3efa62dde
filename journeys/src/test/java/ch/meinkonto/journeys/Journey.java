package ch.meinkonto.journeys;

import java.io.IOException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

/** What residents do in a city, in Chromium. */
@Tag("journeys")
@TestInstance(Lifecycle.PER_CLASS)
abstract class Journey {

  RunningCity city;
  Chromium chromium;

  @BeforeAll
  void open() throws IOException {
    city = enter();
    chromium = new Chromium();
  }

  /** The example city; or another one, for a journey of its own. */
  RunningCity enter() throws IOException {
    return RunningCity.shared();
  }

  /** Nobody is logged in there. */
  void isOut(Window window) {
    window.open(city.portal().resolve("/konto"));
    window.page().waitForURL("**/anmelden");
  }

  @AfterAll
  void close() throws IOException {
    if (chromium != null) {
      chromium.close();
    }
    if (city != null) {
      city.close();
    }
  }
}
