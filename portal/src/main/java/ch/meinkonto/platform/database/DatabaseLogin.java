package ch.meinkonto.platform.database;

/** As whom one connects to the database. */
public record DatabaseLogin(String user, String password) {
  @Override
  public String toString() {
    return "DatabaseLogin[" + user + "]";
  }
}
