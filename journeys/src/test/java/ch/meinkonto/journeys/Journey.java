package ch.meinkonto.journeys;

import java.io.IOException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

/** What residents do in the example city, in Chromium. */
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

  @AfterAll
  void close() {
    if (chromium != null) {
      chromium.close();
    }
  }
}
