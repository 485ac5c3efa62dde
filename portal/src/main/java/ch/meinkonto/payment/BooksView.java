package ch.meinkonto.payment;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** The books in the words of a page’s language. */
public final class BooksView {

  private BooksView() {}

  /** From when until when, both included. */
  public record Period(LocalDate from, LocalDate until) {}

  /**
   * A day of a unit.
   *
   * @param kind of the tag around the difference
   */
  public record Row(
      String day,
      String unit,
      String way,
      int count,
      String paid,
      String refunded,
      String therePaid,
      String thereRefunded,
      String difference,
      String kind) {}

  /**
   * Something to do.
   *
   * @param what it is, in a line
   * @param help what to do about it
   * @param settle where one says that it is done; null when it ends by itself
   */
  public record ToDo(
      String what,
      String help,
      String day,
      String unit,
      String number,
      String reference,
      String ours,
      String there,
      @Nullable String settle) {}
}
