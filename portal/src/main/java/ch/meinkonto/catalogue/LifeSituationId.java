package ch.meinkonto.catalogue;

import ch.meinkonto.directory.Slug;

/** The name under which a life situation stands in files and addresses. */
public record LifeSituationId(String value) {

  public LifeSituationId {
    Slug.check(value);
  }

  @Override
  public String toString() {
    return value;
  }
}
