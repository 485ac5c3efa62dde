package ch.meinkonto.payment;

import ch.meinkonto.directory.Directory;
import ch.meinkonto.directory.UnitId;
import ch.meinkonto.platform.web.Csv;
import ch.meinkonto.platform.web.Formats;
import ch.meinkonto.platform.web.Page;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Puts the books into the words of a page’s language. */
@Component
class BooksViews {

  private static final int DAYS = 7;

  private final Directory directory;
  private final Clock clock;

  BooksViews(Directory directory, Clock clock) {
    this.directory = directory;
    this.clock = clock;
  }

  /** The days from and until which one looks; the last week where nothing else is asked. */
  BooksView.Period period(String from, String until) {
    var today = LocalDate.ofInstant(clock.instant(), Formats.ZONE);
    var last = day(until, today);
    var first = day(from, last.minusDays(DAYS - 1));
    return first.isAfter(last)
        ? new BooksView.Period(last, first)
        : new BooksView.Period(first, last);
  }

  private static LocalDate day(String typed, LocalDate otherwise) {
    try {
      return LocalDate.parse(typed);
    } catch (DateTimeParseException notADay) {
      return otherwise;
    }
  }

  List<BooksView.Row> rows(List<BookRow> rows, Page page) {
    return rows.stream().map(row -> view(row, page)).toList();
  }

  private BooksView.Row view(BookRow row, Page page) {
    var money = page.formats();
    return new BooksView.Row(
        money.date(row.day()),
        unit(row.unit(), page),
        page.text("payment.way." + row.way().code()),
        row.count(),
        money.money(row.paid()),
        money.money(row.refunded()),
        row.waiting() > 0 ? "–" : money.money(row.therePaid()),
        row.waiting() > 0 ? "–" : money.money(row.thereRefunded()),
        row.waiting() > 0
            ? page.text("payment.books.waits")
            : row.difference().signum() == 0
                ? page.text("payment.books.same")
                : money.money(row.difference()),
        row.waiting() > 0 ? "" : row.difference().signum() == 0 ? "success" : "danger");
  }

  List<BooksView.ToDo> differences(List<Difference> differences, Page page) {
    return differences.stream().map(one -> view(one, page)).toList();
  }

  private BooksView.ToDo view(Difference one, Page page) {
    return new BooksView.ToDo(
        page.text("payment.difference." + one.kind()),
        page.text("payment.difference-text." + one.kind()),
        page.formats().date(one.day()),
        unit(one.unit(), page),
        one.number() == null ? "–" : Long.toString(one.number()),
        one.reference(),
        money(one.ours(), "CHF", page),
        money(one.there(), one.currency(), page),
        one.id() == null ? null : BooksPages.PATH + "/" + one.id() + "/erledigt");
  }

  private static String money(@Nullable BigDecimal amount, String currency, Page page) {
    return amount == null ? "–" : page.formats().money(amount).replace("CHF", currency);
  }

  private String unit(@Nullable UnitId unit, Page page) {
    return unit == null ? page.text("payment.books.no-unit") : directory.name(unit, page.locale());
  }

  private static String plain(BigDecimal francs) {
    return francs.setScale(2).toPlainString();
  }

  /** The same to reckon with. */
  Csv csv(List<BookRow> rows, Page page) {
    var csv = new Csv();
    csv.line(
        page.text("payment.books.day"),
        page.text("payment.unit"),
        page.text("payment.books.way"),
        page.text("payment.books.count"),
        page.text("payment.books.paid"),
        page.text("payment.books.refunded"),
        page.text("payment.books.there-paid"),
        page.text("payment.books.there-refunded"),
        page.text("payment.books.difference"),
        page.text("payment.books.waiting"));
    for (var row : rows) {
      csv.line(
          row.day().toString(),
          unit(row.unit(), page),
          page.text("payment.way." + row.way().code()),
          Integer.toString(row.count()),
          plain(row.paid()),
          plain(row.refunded()),
          plain(row.therePaid()),
          plain(row.thereRefunded()),
          plain(row.difference()),
          Integer.toString(row.waiting()));
    }
    return csv;
  }
}
