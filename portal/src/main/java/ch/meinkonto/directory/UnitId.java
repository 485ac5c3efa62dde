package ch.meinkonto.directory;

/** The name under which a city’s files, keys and deliveries know a unit. */
public record UnitId(String value) {

  public UnitId {
    Slug.check(value);
  }

  @Override
  public String toString() {
    return value;
  }
}
