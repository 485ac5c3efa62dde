package ch.meinkonto.connector.worklist.clerk;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Locale;

/** What a clerk may do; each may do what those before may. */
public enum Role {
  READER("liest"),
  CLERK("bearbeitet"),
  HEAD("leitet");

  private final String label;

  Role(String label) {
    this.label = label;
  }

  public String label() {
    return label;
  }

  public boolean mayWork() {
    return this != READER;
  }

  /** The name in files and commands. */
  @JsonValue
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Reads {@link #code()}. */
  @JsonCreator
  public static Role ofCode(String code) {
    return Arrays.stream(values())
        .filter(role -> role.code().equals(code))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("a role is one of: reader, clerk, head"));
  }
}
