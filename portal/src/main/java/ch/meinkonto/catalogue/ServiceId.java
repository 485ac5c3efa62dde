package ch.meinkonto.catalogue;

/** Names a service. */
public record ServiceId(String value) {

  @Override
  public String toString() {
    return value;
  }
}
