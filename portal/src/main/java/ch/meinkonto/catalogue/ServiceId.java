package ch.meinkonto.catalogue;

import ch.meinkonto.directory.Slug;

/** The name under which a service stands in files, addresses and deliveries. */
public record ServiceId(String value) {

  public ServiceId {
    Slug.check(value);
  }

  @Override
  public String toString() {
    return value;
  }
}
