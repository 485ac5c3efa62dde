package ch.meinkonto.directory;

/** Names an organisational unit. */
public record UnitId(String value) {

  @Override
  public String toString() {
    return value;
  }
}
