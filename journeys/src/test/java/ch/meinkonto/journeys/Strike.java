package ch.meinkonto.journeys;

import java.io.IOException;
import java.time.Duration;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;

/** What happens to a part of the city, at any moment; afterwards the part is there again. */
enum Strike {
  NODE_KILLED {
    @Override
    void on(FaultyCity city, Random random) throws IOException {
      var node = city.nodes.get(random.nextInt(city.nodes.size()));
      node.kill();
      node.startAgain();
    }
  },
  NODE_FROZEN {
    @Override
    void on(FaultyCity city, Random random) throws IOException {
      var node = city.nodes.get(random.nextInt(city.nodes.size()));
      node.freeze();
      pause(random);
      node.thaw();
    }
  },
  CONNECTOR_KILLED {
    @Override
    void on(FaultyCity city, Random random) throws IOException {
      city.connector.kill();
      city.connector.startAgain();
    }
  },
  DATABASE_KILLED {
    @Override
    void on(FaultyCity city, Random random) throws IOException {
      city.database.kill();
      city.database.startAgain();
    }
  },
  NETWORK_CUT {
    @Override
    void on(FaultyCity city, Random random) throws IOException {
      city.units().cut();
      pause(random);
      city.units().mend();
    }
  };

  abstract void on(FaultyCity city, Random random) throws IOException;

  /** Two to six seconds. */
  static void pause(Random random) {
    LockSupport.parkNanos(Duration.ofMillis(2_000 + random.nextInt(4_000)).toNanos());
  }
}
