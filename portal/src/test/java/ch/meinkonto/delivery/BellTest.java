package ch.meinkonto.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import ch.meinkonto.directory.UnitId;
import java.util.Collections;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

/** Requests that arrive for one unit at the same moment. */
class BellTest {

  private static final int RINGERS = 8;
  private static final int RINGS = 50_000;

  private final UnitId unit = new UnitId("personenmeldeamt");
  private final Bell bell = new Bell();

  @Test
  void eachOfManyRingsAtOnceIsCounted() throws Exception {
    Callable<Void> ringer =
        () -> {
          for (int number = 0; number < RINGS; number++) {
            bell.ring(unit);
          }
          return null;
        };

    try (var threads = Executors.newFixedThreadPool(RINGERS)) {
      for (var one : threads.invokeAll(Collections.nCopies(RINGERS, ringer))) {
        one.get();
      }
    }

    assertThat(bell.count(unit)).isEqualTo(RINGERS * RINGS);
  }
}
