package ch.meinkonto.operations;

import ch.meinkonto.directory.CityFolder;
import ch.meinkonto.directory.UnitKeys;
import ch.meinkonto.operations.Attention.Urgency;
import ch.meinkonto.platform.web.Page;
import java.util.ArrayList;
import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Says on the overview what is wrong with keys, and with the city's folder. */
@Component
@Order(20)
class KeysAttention implements NeedsAttention {

  private static final String TEXT = "operations.attention.";

  private final KeyRing ring;
  private final UnitKeys files;
  private final CityFolder city;

  KeysAttention(KeyRing ring, UnitKeys files, CityFolder city) {
    this.ring = ring;
    this.files = files;
    this.city = city;
  }

  @Override
  public List<Attention> look(StaffMember who, Page page) {
    var found = new ArrayList<Attention>();
    if (who.seesAll()) {
      add(found, Urgency.NOW, "refused-keys", files.findings().size(), KeyPages.PATH, page);
      add(found, Urgency.NOW, "city", city.status().findings().size(), DeskDoor.PATH, page);
    }
    var held = ring.of(who);
    add(found, Urgency.SOON, "expiring", count(held, KeyRing.State.EXPIRING), KeyPages.PATH, page);
    add(found, Urgency.SOON, "no-key", count(held, KeyRing.State.MISSING), KeyPages.PATH, page);
    return found;
  }

  private static int count(List<KeyRing.Held> held, KeyRing.State state) {
    return (int) held.stream().filter(one -> one.state() == state).count();
  }

  private static void add(
      List<Attention> found, Urgency urgency, String what, int count, String address, Page page) {
    if (count > 0) {
      found.add(
          new Attention(
              urgency, page.text(TEXT + what, count), page.text(TEXT + what + ".text"), address));
    }
  }
}
