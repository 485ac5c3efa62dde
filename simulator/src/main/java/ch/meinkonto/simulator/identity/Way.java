package ch.meinkonto.simulator.identity;

/** How somebody logs in here. */
public enum Way {
  PASSWORD("Nur mit Passwort", "urn:bundes-login:loa:1"),
  TWO_STEPS("Mit Passwort und App", "urn:bundes-login:loa:2"),
  PASSKEY("Mit Passkey", "urn:bundes-login:loa:3"),
  NEW("Auf eine Art, welche die Stadt nicht kennt", "urn:bundes-login:loa:9");

  private final String text;
  private final String acr;

  Way(String text, String acr) {
    this.text = text;
    this.acr = acr;
  }

  /** As the page calls it. */
  public String text() {
    return text;
  }

  String acr() {
    return acr;
  }
}
