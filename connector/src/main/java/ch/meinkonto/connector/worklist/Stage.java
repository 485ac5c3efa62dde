package ch.meinkonto.connector.worklist;

/** Where a case stands, as its clerks see it. */
public enum Stage {
  NEW("neu", true),
  IN_PROGRESS("in Arbeit", true),
  WAITING("wartet auf Antwort", false),
  ANSWERED("Antwort da", true),
  DECIDED("entschieden", false),
  WITHDRAWN("zurückgezogen", false),
  CLOSED("abgeschlossen", false);

  private final String label;
  private final boolean ours;

  Stage(String label, boolean ours) {
    this.label = label;
    this.ours = ours;
  }

  /** In words. */
  public String label() {
    return label;
  }

  /** Whether it is the unit's turn, so that the case can become overdue. */
  public boolean ours() {
    return ours;
  }

  /** Whether something may still be asked, or the state changed. */
  public boolean open() {
    return this != DECIDED && !over();
  }

  /** Whether there is nothing more to do: what was taken back may still be closed, and need not. */
  public boolean over() {
    return this == WITHDRAWN || this == CLOSED;
  }
}
