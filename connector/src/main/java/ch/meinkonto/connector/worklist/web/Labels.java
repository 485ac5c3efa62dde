package ch.meinkonto.connector.worklist.web;

import ch.meinkonto.connector.worklist.Case;
import ch.meinkonto.connector.worklist.Entry;
import ch.meinkonto.connector.worklist.Stage;

/** What things are called on the pages. */
public final class Labels {

  private Labels() {}

  public static String came(Entry.Received received) {
    return switch (received.kind()) {
      case ANSWER -> "Antwort auf Ihre Rückfrage";
      case WITHDRAWAL -> "Der Antrag ist zurückgezogen";
      case DELIVERY_NOTICE -> "Wie die Zustellung ausging";
      case COPY -> "Kopie";
      case REQUEST, ACTIVATION, ACTIVATION_LETTER, ACTIVATION_END -> "Antrag";
    };
  }

  public static String said(Entry.Said said) {
    return switch (said.kind()) {
      case MESSAGE -> said.formal() == null ? "Nachricht" : "Förmliche Zustellung";
      case QUESTION -> "Rückfrage";
      case STATE -> "Neuer Stand: " + state(said);
    };
  }

  static String state(Entry.Said said) {
    return switch (said.state()) {
      case DECIDED -> Stage.DECIDED.label();
      case CLOSED -> Stage.CLOSED.label();
      case null, default -> Stage.IN_PROGRESS.label();
    };
  }

  public static String fate(Case.Fate fate) {
    return switch (fate) {
      case WAITING -> "wird gesendet";
      case SENT -> "gesendet";
      case NOT_SENT -> "nicht gesendet";
      case SAID_AGAIN -> "unten noch einmal";
    };
  }

  /** The colour of a state, as a class of the style sheet. */
  public static String tone(Stage stage) {
    return switch (stage) {
      case NEW, ANSWERED -> "tag tag-info";
      case IN_PROGRESS -> "tag";
      case WAITING -> "tag tag-warning";
      case DECIDED, WITHDRAWN, CLOSED -> "tag tag-success";
    };
  }

  public static String tone(Case.Fate fate) {
    return switch (fate) {
      case WAITING -> "tag tag-warning";
      case SENT -> "tag tag-success";
      case NOT_SENT -> "tag tag-danger";
      case SAID_AGAIN -> "tag";
    };
  }
}
