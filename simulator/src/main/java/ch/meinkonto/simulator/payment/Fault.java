package ch.meinkonto.simulator.payment;

/** What this provider may do wrong. */
public enum Fault {
  NONE("Keiner"),
  NO_NOTICE("Sagt nicht, dass bezahlt wurde"),
  LATE_NOTICE("Sagt es erst nach einer Minute"),
  TWICE("Sagt es zweimal"),
  SILENT("Antwortet nicht mehr"),
  FORGETFUL("Führt aus, aber antwortet mit einem Fehler");

  private final String text;

  Fault(String text) {
    this.text = text;
  }

  /** As the page calls it. */
  public String text() {
    return text;
  }
}
