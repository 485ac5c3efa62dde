package ch.meinkonto.booking;

import ch.meinkonto.contract.RequestId;
import ch.meinkonto.request.DrawnRequests;
import ch.meinkonto.request.Requests;
import java.time.Clock;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Draws, each step in a transaction of its own that begins by locking the draw: whichever node
 * comes first does it, and the next finds it done. What is drawn is fixed before the first person
 * is told.
 */
@Component
class Drawing {

  private static final Logger log = LoggerFactory.getLogger(Drawing.class);

  private final DrawRows rows;
  private final Entries entries;
  private final Shelf shelf;
  private final DrawnRequests drawn;
  private final Requests requests;
  private final DrawWords words;
  private final Clock clock;

  Drawing(
      DrawRows rows,
      Entries entries,
      Shelf shelf,
      DrawnRequests drawn,
      Requests requests,
      DrawWords words,
      Clock clock) {
    this.rows = rows;
    this.entries = entries;
    this.shelf = shelf;
    this.drawn = drawn;
    this.requests = requests;
    this.words = words;
    this.clock = clock;
  }

  /** Takes a draw one step further, if it is time. */
  @Transactional
  public void further(UUID id) {
    rows.lock(id).ifPresent(draw -> further(draw, offer(draw)));
  }

  private void further(DrawRow draw, Offer offer) {
    switch (draw.state()) {
      case OPEN -> {
        if (offer.withdrawn()) {
          cancel(draw);
        } else if (offer.isOver(clock.instant())) {
          close(draw, offer);
        }
      }
      case CLOSED -> {
        if (offer.withdrawn()) {
          cancel(draw);
        } else if (offer.source() == null || offer.value() != null) {
          draw(draw, offer);
        }
      }
      case DRAWN, CANCELLED -> {} // another node was faster
    }
  }

  /** What nobody has entered can be offered again. */
  private void cancel(DrawRow draw) {
    if (entries.count(draw) > 0) {
      rows.move(draw, DrawState.CANCELLED, draw.document());
      entries.forgetPersons(draw);
    }
  }

  private void close(DrawRow draw, Offer offer) {
    var tickets = entries.of(draw).stream().map(Entry::ticket).toList();
    rows.move(draw, DrawState.CLOSED, draw.announced(offer).closed(tickets));
    entries.forgetPersons(draw);
  }

  private void draw(DrawRow draw, Offer offer) {
    var takenBack =
        entries.of(draw).stream()
            .filter(Entry::takenBack)
            .map(Entry::ticket)
            .collect(Collectors.toSet());
    var document =
        Objects.requireNonNull(draw.document()).drawn(rows.seed(draw), offer.value(), takenBack);
    var tickets = Objects.requireNonNull(document.result()).drawn();
    rows.move(draw, DrawState.DRAWN, document);
    entries.place(draw, tickets);
    if (!tickets.isEmpty()) {
      shelf.take(offer.service(), offer.slots(), tickets.size());
    }
    log.info("Drew {} lots for {} of {}", tickets.size(), draw.offer(), draw.service());
  }

  /** Somebody hears what came of their draw; from then on nobody here knows which lot was whose. */
  @Transactional
  public void tell(Entry entry) {
    requests
        .find(new RequestId(entry.request()))
        .ifPresent(request -> {
          var draw = rows.find(entry.draw()).orElseThrow();
          var said = words.told(draw, offer(draw), entry, request.language());
          if (entry.place() != null) {
            drawn.drawn(request.id(), said);
          } else {
            drawn.notDrawn(request.id(), said);
          }
        });
    entries.remove(entry.id());
  }

  private Offer offer(DrawRow draw) {
    return shelf.find(draw.service(), draw.offer()).orElseThrow().offer();
  }
}
