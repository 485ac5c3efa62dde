package ch.meinkonto.connector.worklist;

import ch.meinkonto.connector.ChannelRefused;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import org.springframework.stereotype.Component;

/** The units whose clerks work here now. The pages are served while there is one. */
@Component
public class Worklists {

  private final Map<String, Worklist> open = new ConcurrentSkipListMap<>();
  private final Door door;

  Worklists(Door door) {
    this.door = door;
  }

  synchronized void open(Worklist worklist) throws ChannelRefused {
    open.put(worklist.unit(), worklist);
    try {
      door.open();
    } catch (ChannelRefused e) {
      open.remove(worklist.unit());
      throw e;
    }
  }

  synchronized void close(Worklist worklist) {
    open.remove(worklist.unit(), worklist);
    if (open.isEmpty()) {
      door.close();
    }
  }

  /** A unit's cases, while it is served. */
  public Optional<Worklist> of(String unit) {
    return Optional.ofNullable(open.get(unit));
  }
}
