package ch.meinkonto.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;

/**
 * The nodes of one portal, as behind a load balancer: each request goes to any of them that lives,
 * whoever sends it.
 */
final class Nodes implements AutoCloseable {

  private final List<PortalProcess> portals;
  private final List<Browser> browsers;
  private volatile int alive;

  private Nodes(List<PortalProcess> portals) {
    this.portals = List.copyOf(portals);
    browsers = portals.stream().map(portal -> new Browser(portal.address())).toList();
    alive = portals.size();
  }

  static Nodes start(Surroundings around, Path city, int number) throws IOException {
    var settings = new HashMap<String, String>();
    settings.put("CITY_DIR", city.toString());
    var portals = new ArrayList<PortalProcess>();
    for (int node = 0; node < number; node++) {
      portals.add(PortalProcess.start(around, settings));
      settings.put("BASE_URL", portals.getFirst().address().toString());
    }
    return new Nodes(portals);
  }

  /** The one that nobody kills. */
  PortalProcess first() {
    return portals.getFirst();
  }

  /** Each of them. */
  List<Browser> all() {
    return browsers;
  }

  /** One of them. */
  Browser any() {
    return browsers.get(ThreadLocalRandom.current().nextInt(alive));
  }

  /** Kills the last one; what it was answering has no answer. */
  void killOne() {
    portals.getLast().process().destroyForcibly();
    alive = portals.size() - 1;
  }

  @Override
  public void close() throws IOException {
    for (var portal : portals) {
      portal.close();
    }
  }
}
