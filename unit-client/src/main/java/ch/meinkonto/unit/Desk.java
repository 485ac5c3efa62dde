package ch.meinkonto.unit;

import ch.meinkonto.contract.ActivationCode;
import ch.meinkonto.contract.ActivationEnd;
import ch.meinkonto.contract.ActivationLetter;
import ch.meinkonto.contract.Delivery;
import ch.meinkonto.contract.Json;
import ch.meinkonto.contract.Part;
import ch.meinkonto.contract.UnitEvent;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

/** Asks the handlers, and is prepared for handlers that fail. */
final class Desk {

  private static final Logger LOG = System.getLogger("ch.meinkonto.unit");
  private static final Duration AFTER_A_FAILURE = Duration.ofMinutes(1);

  private final @Nullable ActivationHandler activations;

  /** For a unit that activates accounts, or does not. */
  Desk(@Nullable ActivationHandler activations) {
    this.activations = activations;
  }

  /** What is to be said about a delivery, after asking who deals with it. */
  Settlement decide(RequestHandler requests, ReceivedRequest received, Delivery delivery) {
    try {
      return switch (received.envelope().kind()) {
        case REQUEST, COPY, ANSWER, WITHDRAWAL, DELIVERY_NOTICE ->
            said(requests.handle(received), delivery);
        case ACTIVATION, ACTIVATION_LETTER, ACTIVATION_END -> activation(received, delivery);
      };
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return new Settlement.Later(Duration.ZERO);
    } catch (Exception e) {
      // The failure's message may quote the request, so only its kind is logged.
      LOG.log(
          Level.WARNING,
          "{0} was not taken ({1}); it comes again in {2}",
          delivery.envelope().reference(),
          e.getClass().getName(),
          AFTER_A_FAILURE);
      return new Settlement.Later(AFTER_A_FAILURE);
    }
  }

  private Settlement activation(ReceivedRequest from, Delivery delivery) throws Exception {
    ActivationHandler handler = activations;
    if (handler == null) {
      return new Settlement.Unfit("no-activations-here");
    }
    Object what;
    try {
      what = Json.mapper().treeToValue(from.answers(), content(from));
    } catch (JacksonException e) {
      return new Settlement.Unfit("content-not-as-described");
    }
    return switch (what) {
      case ActivationCode code -> said(handler.check(from, code), delivery);
      case ActivationLetter order -> said(handler.sendLetter(from, order), delivery);
      case ActivationEnd end -> said(handler.end(from, end), delivery);
      default -> throw new IllegalStateException(what.getClass().getName());
    };
  }

  private static Class<?> content(ReceivedRequest from) {
    return switch (from.envelope().kind()) {
      case ACTIVATION -> ActivationCode.class;
      case ACTIVATION_LETTER -> ActivationLetter.class;
      case ACTIVATION_END -> ActivationEnd.class;
      case REQUEST, COPY, ANSWER, WITHDRAWAL, DELIVERY_NOTICE ->
          throw new IllegalStateException("no activation");
    };
  }

  private static Settlement said(Outcome outcome, Delivery of) {
    return switch (outcome) {
      case Outcome.Accepted _ ->
          new Settlement.Taken(
              new UnitEvent.RequestAccepted(of.deliveryId(), of.envelope().reference(), tags(of)));
      case Outcome.Rejected(String code, String text) ->
          new Settlement.Refused(
              new UnitEvent.RequestRejected(
                  of.deliveryId(), of.envelope().reference(), tags(of), code, text));
      case Outcome.TryLater(Duration after) -> new Settlement.Later(after);
    };
  }

  private static Settlement said(ActivationOutcome outcome, Delivery of) {
    return switch (outcome) {
      case ActivationOutcome.Confirmed(var link) ->
          new Settlement.Taken(
              new UnitEvent.ActivationConfirmed(
                  of.deliveryId(), of.envelope().reference(), tags(of), link));
      case ActivationOutcome.Refused(var reason, var triesLeft) ->
          new Settlement.Refused(
              new UnitEvent.ActivationRefused(
                  of.deliveryId(), of.envelope().reference(), tags(of), reason, triesLeft));
      case ActivationOutcome.TryLater(Duration after) -> new Settlement.Later(after);
    };
  }

  private static Map<String, String> tags(Delivery delivery) {
    return delivery.parts().stream().collect(Collectors.toMap(Part::name, Part::tag));
  }
}
