package ch.meinkonto.catalogue;

import java.util.LinkedHashMap;
import java.util.Map;

/** What a service asks of the login. */
public enum Level {
  NONE("none"),
  LOGIN("login"),
  TWO_FACTORS("two-factors");

  private final String code;

  Level(String code) {
    this.code = code;
  }

  /** The word for it in files and envelopes. */
  public String code() {
    return code;
  }

  static Map<String, Level> byCode() {
    var codes = new LinkedHashMap<String, Level>();
    for (var level : values()) {
      codes.put(level.code, level);
    }
    return codes;
  }
}
