package ch.meinkonto.contract;

import ch.meinkonto.contract.UnitEvent.ActivationConfirmed;
import ch.meinkonto.contract.UnitEvent.ActivationRefused;
import ch.meinkonto.contract.UnitEvent.ActivationRevoked;
import ch.meinkonto.contract.UnitEvent.ListPosition;
import ch.meinkonto.contract.UnitEvent.Message;
import ch.meinkonto.contract.UnitEvent.Question;
import ch.meinkonto.contract.UnitEvent.Refund;
import ch.meinkonto.contract.UnitEvent.RequestAccepted;
import ch.meinkonto.contract.UnitEvent.RequestRejected;
import ch.meinkonto.contract.UnitEvent.StateChanged;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The kinds of events, with their names in security event tokens (names only, not addresses). */
public enum EventType {
  REQUEST_ACCEPTED(RequestAccepted.class),
  REQUEST_REJECTED(RequestRejected.class),
  STATE_CHANGED(StateChanged.class),
  MESSAGE(Message.class),
  QUESTION(Question.class),
  REFUND(Refund.class),
  LIST_POSITION(ListPosition.class),
  ACTIVATION_CONFIRMED(ActivationConfirmed.class),
  ACTIVATION_REFUSED(ActivationRefused.class),
  ACTIVATION_REVOKED(ActivationRevoked.class);

  private static final String PREFIX = "https://meinkonto.ch/contract/v1/events/";

  private final Class<? extends UnitEvent> record;

  EventType(Class<? extends UnitEvent> record) {
    this.record = record;
  }

  /** The short name, such as {@code request-accepted}. */
  public String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The key in the {@code events} claim. */
  public String uri() {
    return PREFIX + code();
  }

  Class<? extends UnitEvent> record() {
    return record;
  }

  /** The kind of an event. */
  public static EventType of(UnitEvent event) {
    return switch (event) {
      case RequestAccepted _ -> REQUEST_ACCEPTED;
      case RequestRejected _ -> REQUEST_REJECTED;
      case StateChanged _ -> STATE_CHANGED;
      case Message _ -> MESSAGE;
      case Question _ -> QUESTION;
      case Refund _ -> REFUND;
      case ListPosition _ -> LIST_POSITION;
      case ActivationConfirmed _ -> ACTIVATION_CONFIRMED;
      case ActivationRefused _ -> ACTIVATION_REFUSED;
      case ActivationRevoked _ -> ACTIVATION_REVOKED;
    };
  }

  static Optional<EventType> ofUri(String uri) {
    return Arrays.stream(values()).filter(type -> type.uri().equals(uri)).findFirst();
  }
}
