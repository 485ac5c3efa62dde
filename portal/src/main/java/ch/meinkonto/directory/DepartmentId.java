package ch.meinkonto.directory;

/** The name under which a city’s files know a department. */
public record DepartmentId(String value) {

  public DepartmentId {
    Slug.check(value);
  }

  @Override
  public String toString() {
    return value;
  }
}
