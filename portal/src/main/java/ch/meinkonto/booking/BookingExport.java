package ch.meinkonto.booking;

import ch.meinkonto.account.AccountId;
import ch.meinkonto.account.PersonalDataSource;
import ch.meinkonto.account.ReadablePart;
import ch.meinkonto.catalogue.ServiceId;
import ch.meinkonto.platform.web.Page;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** What somebody has reserved, and waits for, in the export; what is booked its unit knows. */
@Component
@Order(460)
class BookingExport implements PersonalDataSource {

  private final Holds holds;
  private final WaitingRows waiting;
  private final Entries entries;
  private final DrawRows draws;
  private final Shelf shelf;

  BookingExport(Holds holds, WaitingRows waiting, Entries entries, DrawRows draws, Shelf shelf) {
    this.holds = holds;
    this.waiting = waiting;
    this.entries = entries;
    this.draws = draws;
    this.shelf = shelf;
  }

  /** All of it. */
  public record Exported(
      List<ExportedPlaces> places, List<ExportedWait> waiting, List<ExportedLot> lots) {}

  /** Places that they have. */
  public record ExportedPlaces(
      String service, String offer, int places, String state, @Nullable Instant until) {}

  /** Places that they wait for. */
  public record ExportedWait(
      String service, String offer, int places, int before, @Nullable Instant offeredUntil) {}

  /** Lots that they have in draws. */
  public record ExportedLot(String service, String offer, String ticket) {}

  @Override
  public String name() {
    return "bookings";
  }

  @Override
  public Exported export(AccountId account, Locale language) {
    return new Exported(
        holds.ofAccount(account.value()).stream()
            .map(hold ->
                new ExportedPlaces(
                    hold.service().value(),
                    hold.offer(),
                    hold.places(),
                    hold.state().code(),
                    hold.expiresAt()))
            .toList(),
        waiting.ofAccount(account.value()).stream()
            .map(wait ->
                new ExportedWait(
                    wait.service().value(),
                    wait.offer(),
                    wait.places(),
                    wait.before(),
                    wait.until()))
            .toList(),
        lots(account)
            .map(lot -> new ExportedLot(lot.service().value(), lot.offer(), lot.ticket()))
            .toList());
  }

  private record Lot(ServiceId service, String offer, String ticket) {}

  private Stream<Lot> lots(AccountId account) {
    return entries.ofAccount(account.value()).stream()
        .flatMap(entry ->
            draws.find(entry.draw()).stream()
                .map(draw -> new Lot(draw.service(), draw.offer(), entry.ticket())));
  }

  @Override
  public ReadablePart readable(AccountId account, Page page) {
    var lines =
        Stream.of(
                holds.ofAccount(account.value()).stream()
                    .map(hold -> line("booking.export.held", hold.service(), hold.offer(), page)),
                waiting.ofAccount(account.value()).stream()
                    .map(wait -> line("booking.export.waits", wait.service(), wait.offer(), page)),
                lots(account)
                    .map(lot -> line("booking.export.lot", lot.service(), lot.offer(), page)))
            .flatMap(Function.identity())
            .toList();
    return new ReadablePart(
        page.text("booking.export"),
        lines.isEmpty() ? List.of() : List.of(new ReadablePart.Chapter(null, null, lines)));
  }

  private ReadablePart.Line line(String kind, ServiceId service, String offer, Page page) {
    var name =
        shelf
            .find(service, offer)
            .map(found -> OfferWords.name(found.offer(), page.locale()))
            .orElse(offer);
    return new ReadablePart.Line(page.text(kind), name, List.of());
  }
}
