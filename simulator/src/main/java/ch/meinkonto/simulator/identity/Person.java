package ch.meinkonto.simulator.identity;

/** Somebody who has a login here, with the name under which the portal knows them. */
public enum Person {
  ANNA("Anna Muster", "8f14e45f-anna"),
  BEAT("Beat Beispiel", "c9f0f895-beat"),
  CHIARA("Chiara Modell", "45c48cce-chiara");

  private final String displayName;
  private final String subject;

  Person(String displayName, String subject) {
    this.displayName = displayName;
    this.subject = subject;
  }

  /** As the page calls them. */
  public String displayName() {
    return displayName;
  }

  String subject() {
    return subject;
  }
}
