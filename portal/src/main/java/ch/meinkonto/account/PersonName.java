package ch.meinkonto.account;

/** What somebody is called. */
public record PersonName(String given, String family) {

  /** Given name first, as one addresses people. */
  public String full() {
    return given + " " + family;
  }
}
