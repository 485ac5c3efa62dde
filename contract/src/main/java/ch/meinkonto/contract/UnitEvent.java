package ch.meinkonto.contract;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What a unit tells the portal; travels as the one event of a security event token. As text it says
 * what it is about, never what the unit wrote.
 */
public sealed interface UnitEvent {

  /** The unit has safely taken the submission: the portal erases the sealed content. */
  record RequestAccepted(DeliveryId deliveryId, Reference reference, Map<String, String> tags)
      implements UnitEvent {
    public RequestAccepted {
      Objects.requireNonNull(deliveryId, "deliveryId");
      Objects.requireNonNull(reference, "reference");
      tags = Map.copyOf(tags);
    }
  }

  /**
   * The unit has read the submission and will not deal with it.
   *
   * @param code the unit's own reason code, for machines
   * @param text the reason in plain words, for the resident
   */
  record RequestRejected(
      DeliveryId deliveryId,
      Reference reference,
      Map<String, String> tags,
      String code,
      String text)
      implements UnitEvent {
    public RequestRejected {
      Objects.requireNonNull(deliveryId, "deliveryId");
      Objects.requireNonNull(reference, "reference");
      Objects.requireNonNull(code, "code");
      Objects.requireNonNull(text, "text");
      tags = Map.copyOf(tags);
    }

    @Override
    public String toString() {
      return "RequestRejected[" + deliveryId + ", " + code + "]";
    }
  }

  /** The request has come further. */
  record StateChanged(RequestId requestId, RequestState state, @Nullable String text)
      implements UnitEvent {
    public StateChanged {
      Objects.requireNonNull(requestId, "requestId");
      if (!state.announcedByUnit()) {
        throw new IllegalArgumentException("a unit cannot announce this state");
      }
    }

    @Override
    public String toString() {
      return "StateChanged[" + requestId + ", " + state + "]";
    }
  }

  /**
   * The unit writes to the resident.
   *
   * @param messageId the unit's name for a formal message, unique within the request; absent for
   *     any other
   * @param formal absent for plain information
   */
  record Message(
      RequestId requestId,
      String text,
      List<Document> documents,
      @Nullable String messageId,
      @Nullable Formal formal)
      implements UnitEvent {
    public Message {
      Objects.requireNonNull(requestId, "requestId");
      Objects.requireNonNull(text, "text");
      documents = List.copyOf(documents);
      if ((messageId == null) != (formal == null)) {
        throw new IllegalArgumentException("messageId belongs to a formal message");
      }
    }

    /** Plain information. */
    public Message(RequestId requestId, String text, List<Document> documents) {
      this(requestId, text, documents, null, null);
    }

    @Override
    public String toString() {
      return "Message["
          + requestId
          + (messageId == null ? ", " : ", formal " + messageId + ", ")
          + documents.size()
          + " documents]";
    }
  }

  /**
   * The unit asks the resident something.
   *
   * @param uploads whether files may be sent with the answer
   * @param fields what is asked in the form language, a list of fields; absent where the answer is
   *     a text
   */
  record Question(
      RequestId requestId,
      String questionId,
      String text,
      boolean uploads,
      @Nullable JsonNode fields)
      implements UnitEvent {
    public Question {
      Objects.requireNonNull(requestId, "requestId");
      Objects.requireNonNull(questionId, "questionId");
      Objects.requireNonNull(text, "text");
      if (fields != null && uploads) {
        throw new IllegalArgumentException("with fields, files are fields of the type upload");
      }
    }

    /** To be answered by a text. */
    public Question(RequestId requestId, String questionId, String text, boolean uploads) {
      this(requestId, questionId, text, uploads, null);
    }

    @Override
    public String toString() {
      return "Question[" + requestId + ", " + questionId + "]";
    }
  }

  /**
   * The unit decides to give back something of what was paid for the request.
   *
   * @param refundId the unit's name for it, unique within the request: the same twice gives back
   *     once
   * @param amount in Swiss francs; all of them together never more than was paid
   * @param text the reason in plain words, for the resident
   */
  record Refund(RequestId requestId, String refundId, BigDecimal amount, String text)
      implements UnitEvent {

    private static final int RAPPEN = 2;

    public Refund {
      Objects.requireNonNull(requestId, "requestId");
      Objects.requireNonNull(refundId, "refundId");
      Objects.requireNonNull(text, "text");
      if (amount.signum() <= 0 || amount.stripTrailingZeros().scale() > RAPPEN) {
        throw new IllegalArgumentException("an amount is more than nothing, in whole Rappen");
      }
    }

    @Override
    public String toString() {
      return "Refund[" + requestId + ", " + refundId + ", " + amount + "]";
    }
  }

  /**
   * At which places of its waiting lists the unit has the request. It may say so as often as it
   * likes; the newest counts.
   */
  record ListPosition(RequestId requestId, List<Place> places) implements UnitEvent {

    private static final int MOST = 20;

    public ListPosition {
      Objects.requireNonNull(requestId, "requestId");
      places = List.copyOf(places);
      if (places.isEmpty() || places.size() > MOST) {
        throw new IllegalArgumentException("places are 1 to " + MOST);
      }
    }

    /**
     * A place of a list.
     *
     * @param list what the list is called, for the resident
     * @param position 1 for who comes next
     * @param length how many are on the list; absent where the unit does not say it
     */
    public record Place(String list, int position, @Nullable Integer length) {

      private static final int LONGEST_NAME = 100;
      private static final int LONGEST_LIST = 1_000_000;

      public Place {
        Objects.requireNonNull(list, "list");
        if (list.isBlank()
            || list.length() > LONGEST_NAME
            || list.chars().anyMatch(Character::isISOControl)) {
          throw new IllegalArgumentException(
              "a list is called by 1 to " + LONGEST_NAME + " characters in one line");
        }
        var most = length == null ? LONGEST_LIST : Math.min(length, LONGEST_LIST);
        if (position < 1 || position > most) {
          throw new IllegalArgumentException("a position is 1 to the list’s length");
        }
      }
    }

    @Override
    public String toString() {
      return "ListPosition[" + requestId + ", " + places.size() + " places]";
    }
  }

  /**
   * The code is right: the unit knows now whom the account belongs to. Ends the delivery.
   *
   * @param link under which name the unit knows them; it comes along with later requests
   */
  record ActivationConfirmed(
      DeliveryId deliveryId, Reference reference, Map<String, String> tags, ActivationLink link)
      implements UnitEvent {
    public ActivationConfirmed {
      Objects.requireNonNull(deliveryId, "deliveryId");
      Objects.requireNonNull(reference, "reference");
      Objects.requireNonNull(link, "link");
      tags = Map.copyOf(tags);
    }

    @Override
    public String toString() {
      return "ActivationConfirmed[" + deliveryId + "]";
    }
  }

  /**
   * The code is not accepted. Ends the delivery.
   *
   * @param triesLeft how many wrong codes the unit will still look at, if it says so
   */
  record ActivationRefused(
      DeliveryId deliveryId,
      Reference reference,
      Map<String, String> tags,
      ActivationRefusal reason,
      @Nullable Integer triesLeft)
      implements UnitEvent {
    public ActivationRefused {
      Objects.requireNonNull(deliveryId, "deliveryId");
      Objects.requireNonNull(reference, "reference");
      Objects.requireNonNull(reason, "reason");
      tags = Map.copyOf(tags);
      if (triesLeft != null && (triesLeft < 0 || triesLeft > MOST_TRIES)) {
        throw new IllegalArgumentException("triesLeft is 0 to " + MOST_TRIES);
      }
    }

    private static final int MOST_TRIES = 100;

    @Override
    public String toString() {
      return "ActivationRefused[" + deliveryId + ", " + reason + "]";
    }
  }

  /** The unit does not know an account under this name any more: it has to be activated again. */
  record ActivationRevoked(ActivationLink link) implements UnitEvent {
    public ActivationRevoked {
      Objects.requireNonNull(link, "link");
    }
  }
}
