package ch.meinkonto.messages;

import ch.meinkonto.contract.RequestState;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a message says; stored only encrypted.
 *
 * @param text plain text; empty where the kind says it all
 * @param files what came with it: documents to be opened, or, with an answer, only their names
 * @param question the unit's name for its question, with a question or an answer
 * @param uploads whether files may come with the answer
 * @param state the contract's code of the request's new state; with a receipt, what else its text
 *     is about: a draw, or a calendar
 * @param receipt the portal's signed receipt (compact JWS)
 * @param formal for a formal delivery
 * @param fields of a question with fields: those, in the form language (a JSON array)
 */
record Body(
    String text,
    List<File> files,
    @Nullable String question,
    boolean uploads,
    @Nullable String state,
    @Nullable String receipt,
    @Nullable Formality formal,
    @Nullable String fields) {

  private static final String CALENDAR = "calendar";
  static final String LIST_POSITION = "list-position";

  Body {
    files = List.copyOf(files);
  }

  static Body receipt(@Nullable String receipt, String booked) {
    return new Body(booked, List.of(), null, false, null, receipt, null, null);
  }

  /** The receipt of what takes part in a draw. */
  static Body entry(String receipt, String entered) {
    return new Body(
        entered, List.of(), null, false, RequestState.ENTERED.code(), receipt, null, null);
  }

  /** A receipt whose text is the address of a calendar, which its state says. */
  static Body receiptWithCalendar(String receipt, String calendar) {
    return new Body(calendar, List.of(), null, false, CALENDAR, receipt, null, null);
  }

  boolean hasCalendar() {
    return CALENDAR.equals(state);
  }

  static Body message(String text, List<File> files) {
    return new Body(text, files, null, false, null, null, null, null);
  }

  static Body question(String text, String question, boolean uploads, @Nullable String fields) {
    return new Body(text, List.of(), question, uploads, null, null, null, fields);
  }

  static Body answer(String text, String question, List<File> files) {
    return new Body(text, files, question, false, null, null, null, null);
  }

  static Body state(String state, String text) {
    return new Body(text, List.of(), null, false, state, null, null, null);
  }

  /** Where the request is on waiting lists, a line each. */
  static Body listPosition(String lines) {
    return state(LIST_POSITION, lines);
  }

  boolean isListPosition() {
    return LIST_POSITION.equals(state);
  }

  Body with(List<File> otherFiles) {
    return new Body(text, otherFiles, question, uploads, state, receipt, formal, fields);
  }

  Body with(Formality otherFormal) {
    return new Body(text, files, question, uploads, state, receipt, otherFormal, fields);
  }

  /** Whether what was sent takes part in a draw, or did. */
  boolean inDraw() {
    return RequestState.ENTERED.code().equals(state);
  }

  /** What may be known of a formal delivery before it is opened: nothing that was written. */
  Body covered() {
    return new Body("", List.of(), question, uploads, state, receipt, formal, fields);
  }

  /**
   * A file that came with a message.
   *
   * @param id the document's id; null when only the unit has the content
   */
  record File(@Nullable UUID id, String name, String mediaType, int size) {}
}
