package ch.meinkonto.request;

import ch.meinkonto.catalogue.Catalogue;
import ch.meinkonto.catalogue.Service;
import ch.meinkonto.platform.web.Page;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Waits a moment for units that answer at once, so that the confirmation shows the answer. Who
 * waits holds a virtual thread and no connection; what another node commits is noticed by looking
 * again.
 */
@Component
class ImmediateAnswers {

  private static final Duration LOOK_AGAIN = Duration.ofMillis(500);

  private final Catalogue catalogue;
  private final ObjectProvider<UnitWords> words;
  private final AnswerBell bell;
  private final RequestSettings settings;
  private final Clock clock;

  ImmediateAnswers(
      Catalogue catalogue,
      ObjectProvider<UnitWords> words,
      AnswerBell bell,
      RequestSettings settings,
      Clock clock) {
    this.catalogue = catalogue;
    this.words = words;
    this.bell = bell;
    this.settings = settings;
    this.clock = clock;
  }

  /** What the unit has answered, at the latest when the time since the request came is over. */
  List<UnitWords.Said> of(RequestEnvelope request, Page page) {
    var since = Duration.between(request.receivedAt(), clock.instant());
    var left = settings.answerWait().minus(since);
    var waits =
        left.isPositive()
            && catalogue.find(request.service()).filter(Service::answersAtOnce).isPresent();
    try {
      return waits ? await(request, page, System.nanoTime() + left.toNanos()) : said(request, page);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return said(request, page);
    } finally {
      bell.forget(request.id());
    }
  }

  private List<UnitWords.Said> await(RequestEnvelope request, Page page, long end)
      throws InterruptedException {
    while (true) {
      var ring = bell.listen(request.id());
      var said = said(request, page);
      var left = Duration.ofNanos(end - System.nanoTime());
      if (!said.isEmpty() || !left.isPositive()) {
        return said;
      }
      bell.await(ring, left.compareTo(LOOK_AGAIN) < 0 ? left : LOOK_AGAIN);
    }
  }

  private List<UnitWords.Said> said(RequestEnvelope request, Page page) {
    return request.hasAccount()
        ? words.stream().flatMap(kept -> kept.of(request, page).stream()).toList()
        : List.of();
  }
}
