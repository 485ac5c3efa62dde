package ch.meinkonto.directory;

import java.util.LinkedHashMap;
import java.util.Map;

/** How requests reach a unit. */
public enum Channel {
  /** The unit’s system fetches them over the contract. */
  PULL,
  /** The portal pushes them to the unit’s system. */
  PUSH,
  /** The connector at the unit’s side fetches them; what it does with them, only it knows. */
  CONNECTOR;

  static Map<String, Channel> byName() {
    var names = new LinkedHashMap<String, Channel>();
    names.put("pull", PULL);
    names.put("push", PUSH);
    names.put("connector", CONNECTOR);
    return names;
  }
}
