package ch.meinkonto.simulator.identity;

/** What this provider may do wrong, to see that the portal minds. */
public enum Fault {
  NONE("Keiner"),
  NONCE("Antwort auf eine andere Anfrage"),
  AUDIENCE("Antwort für jemand anderen"),
  EXPIRED("Antwort von gestern"),
  NO_TIME("Sagt nicht, wann man sich angemeldet hat"),
  SILENT("Antwortet nicht mehr");

  private final String text;

  Fault(String text) {
    this.text = text;
  }

  /** As the page calls it. */
  public String text() {
    return text;
  }
}
