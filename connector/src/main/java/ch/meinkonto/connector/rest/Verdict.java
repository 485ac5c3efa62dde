package ch.meinkonto.connector.rest;

/** What the API did with a call. */
sealed interface Verdict {

  /** It has the thing, under this name; empty if it gives none. */
  record Done(String id) implements Verdict {}

  /** It does not want it. */
  record Refused(String code, String text) implements Verdict {
    /** Without the text: it may say something about the resident. */
    @Override
    public String toString() {
      return "Refused[" + code + "]";
    }
  }
}
