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
    city = RunningCity.shared();
    chromium = new Chromium();
  }

  /** Nobody is logged in there. */
  void isOut(Window window) {
    window.open(city.portal().resolve("/konto"));
    window.page().waitForURL("**/anmelden");
  }

  @AfterAll
  void close() {
    if (chromium != null) {
      chromium.close();
    }
  }
}
