package ch.meinkonto.messages;

import ch.meinkonto.account.AccountId;
import ch.meinkonto.request.FormalDelivery;
import ch.meinkonto.request.NoticeOutcome;
import ch.meinkonto.request.Requests;
import com.github.kagkarlsson.scheduler.Scheduler;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What time does to a formal delivery: its reader is reminded, and in the end the unit is told. */
@Component
class FormalTimes {

  /** Days after the arrival. */
  private static final List<Integer> REMINDERS = List.of(1, 5);

  private final Letters messages;
  private final Requests requests;
  private final NewMessageNotices notices;
  private final Scheduler scheduler;

  FormalTimes(Letters messages, Requests requests, NewMessageNotices notices, Scheduler scheduler) {
    this.messages = messages;
    this.requests = requests;
    this.notices = notices;
    this.scheduler = scheduler;
  }

  /** A formal delivery has arrived; part of the caller's transaction. */
  void arrived(AccountId account, UUID letter, FormalDelivery delivery) {
    notices.formalDelivery(account);
    var over = delivery.over();
    for (int day : REMINDERS) {
      var at = delivery.arrivedAt().plus(Duration.ofDays(day));
      if (over == null || at.isBefore(over)) {
        schedule(FormalTasks.REMINDER.instance(letter + "/" + day), at);
      }
    }
    if (over != null) {
      schedule(FormalTasks.OVER.instance(letter.toString()), over);
    }
  }

  private void schedule(
      com.github.kagkarlsson.scheduler.task.TaskInstance.Builder<Void> task, Instant at) {
    scheduler.scheduleIfNotExists(task.scheduledTo(at));
  }

  /** It waits still: its reader is told again that there is something, and not what. */
  @Transactional
  void remind(UUID letter) {
    messages.unopened(letter).ifPresent(found -> notices.formalReminder(found.account()));
  }

  /** Its last day is over. */
  @Transactional
  void over(UUID letter) {
    messages.unopened(letter).ifPresent(this::over);
  }

  private void over(Letters.Unopened found) {
    var letter = messages.whole(found).orElseThrow();
    var formality = Objects.requireNonNull(letter.body().formal());
    switch (requests.notOpened(found.request(), formality.messageId(), formality.contents())) {
      case NoticeOutcome.Noted(var _, var evidence) ->
          messages.keep(found, letter.body().with(formality.missedBy(evidence)));
      case NoticeOutcome.NothingToNote() -> {}
      case NoticeOutcome.UnitCannotReceive() ->
          throw new IllegalStateException(letter.id() + " is over, and its unit cannot be told");
    }
  }
}
