package ch.meinkonto.messages;

import ch.meinkonto.account.AccountId;
import ch.meinkonto.request.NoticeOutcome;
import ch.meinkonto.request.Requests;
import java.time.Clock;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Opens a formal delivery: from that moment its words can be read, and the unit will know it. */
@Component
class FormalOpening {

  private final Letters messages;
  private final Threads threads;
  private final Requests requests;
  private final Clock clock;

  FormalOpening(Letters messages, Threads threads, Requests requests, Clock clock) {
    this.messages = messages;
    this.threads = threads;
    this.requests = requests;
    this.clock = clock;
  }

  /** Whether it is open now; false while its unit cannot be told. */
  @Transactional
  boolean open(AccountId account, OpenedThread thread, UUID letter) {
    var found = new Letters.Unopened(letter, account, thread.id(), thread.request());
    var formality = formality(found);
    return switch (requests.opened(thread.request(), formality.messageId(), formality.contents())) {
      case NoticeOutcome.Noted(var at, var evidence) -> opened(found, at, evidence);
      case NoticeOutcome.NothingToNote() -> opened(found, clock.instant(), null);
      case NoticeOutcome.UnitCannotReceive() -> false;
    };
  }

  /**
   * What is stored may have changed until the request was ours alone; a second click finds it open.
   */
  private boolean opened(Letters.Unopened found, Instant at, @Nullable String evidence) {
    if (messages.opened(found.letter(), at)) {
      var letter = messages.whole(found).orElseThrow();
      messages.keep(found, letter.body().with(formality(found).openedBy(evidence)));
      threads.formal(found.thread(), messages.anyUnopened(found.thread()));
    }
    return true;
  }

  private Formality formality(Letters.Unopened found) {
    return Objects.requireNonNull(messages.whole(found).orElseThrow().body().formal());
  }
}
