package ch.meinkonto.delivery;

import static ch.meinkonto.contract.ProblemType.ALREADY_SETTLED;
import static ch.meinkonto.contract.ProblemType.INVALID_EVENT;
import static ch.meinkonto.contract.ProblemType.NOT_ACCEPTED_YET;
import static ch.meinkonto.contract.ProblemType.NOT_FOUND;
import static ch.meinkonto.contract.ProblemType.NOT_POSSIBLE_NOW;
import static ch.meinkonto.contract.ProblemType.WRONG_TAGS;

import ch.meinkonto.activation.ActivationHandover;
import ch.meinkonto.contract.SecurityEvent;
import ch.meinkonto.contract.UnitEvent;
import ch.meinkonto.directory.UnitId;
import ch.meinkonto.request.Verdict;
import java.time.Clock;
import java.time.Duration;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Does what a unit's event says, once: in the transaction in which the event is remembered. A
 * refusal undoes both.
 */
@Component
class UnitEvents {

  private static final Duration SKEW = Duration.ofMinutes(5);

  private final HeardEvents heard;
  private final Settlements settlements;
  private final WordsAbout about;
  private final ActivationHandover activations;
  private final DeliverySettings settings;
  private final Clock clock;

  UnitEvents(
      HeardEvents heard,
      Settlements settlements,
      WordsAbout about,
      ActivationHandover activations,
      DeliverySettings settings,
      Clock clock) {
    this.heard = heard;
    this.settlements = settlements;
    this.about = about;
    this.activations = activations;
    this.settings = settings;
    this.clock = clock;
  }

  @Transactional
  void hear(UnitId unit, SecurityEvent token, String signed) {
    refuseOtherTimes(token);
    if (heard.isFirst(unit, token)) {
      refuse(verdict(unit, token, signed));
    } else if (token.event() instanceof UnitEvent.RequestAccepted accepted) {
      settlements.acceptedAgain(unit, accepted, signed);
    }
  }

  /** What is older than our memory could be said twice; what is from the future, too. */
  private void refuseOtherTimes(SecurityEvent token) {
    var now = clock.instant();
    if (token.issuedAt().isBefore(now.minus(settings.remember()).plus(SKEW))
        || token.issuedAt().isAfter(now.plus(SKEW))) {
      throw new Refusal(INVALID_EVENT, "wrong-time");
    }
  }

  private Verdict verdict(UnitId unit, SecurityEvent token, String signed) {
    return switch (token.event()) {
      case UnitEvent.RequestAccepted accepted -> settlements.accepted(unit, accepted, signed);
      case UnitEvent.RequestRejected rejected -> settlements.rejected(unit, rejected);
      case UnitEvent.StateChanged changed -> about.moved(unit, changed);
      case UnitEvent.Message message -> about.written(unit, message, token.issuedAt());
      case UnitEvent.Question question -> about.asked(unit, question, token.issuedAt());
      case UnitEvent.Refund refund -> about.refunded(unit, refund, token.issuedAt());
      case UnitEvent.ListPosition position -> about.placed(unit, position, token.issuedAt());
      case UnitEvent.ActivationConfirmed confirmed -> settlements.confirmed(unit, confirmed);
      case UnitEvent.ActivationRefused refused -> settlements.refused(unit, refused);
      case UnitEvent.ActivationRevoked(var link) -> activations.revoked(unit, link);
    };
  }

  private static void refuse(Verdict verdict) {
    switch (verdict) {
      case DONE -> {}
      case UNKNOWN -> throw new Refusal(NOT_FOUND);
      case WRONG_TAGS -> throw new Refusal(WRONG_TAGS);
      case ALREADY_TAKEN -> throw new Refusal(ALREADY_SETTLED);
      case NOT_ACCEPTED_YET -> throw new Refusal(NOT_ACCEPTED_YET);
      case WRONG_ORDER -> throw new Refusal(NOT_POSSIBLE_NOW, "it is not in a state for this");
      case NOT_PAID -> throw new Refusal(NOT_POSSIBLE_NOW, "not-paid");
      case MORE_THAN_PAID -> throw new Refusal(NOT_POSSIBLE_NOW, "more-than-paid");
      case OTHER_AMOUNT -> throw new Refusal(NOT_POSSIBLE_NOW, "other-amount");
      case NO_INBOX ->
          throw new Refusal(NOT_POSSIBLE_NOW, "the request has no account to write to");
    }
  }
}
