package ch.meinkonto.connector.soap;

import static java.nio.charset.StandardCharsets.UTF_8;

import ch.meinkonto.connector.soap.exchange.Collect;
import ch.meinkonto.connector.soap.exchange.Confirm;
import ch.meinkonto.connector.soap.exchange.HeaderType;
import ch.meinkonto.connector.soap.exchange.SendingApplicationType;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import javax.xml.datatype.DatatypeConfigurationException;
import javax.xml.datatype.DatatypeFactory;
import javax.xml.datatype.XMLGregorianCalendar;
import org.jspecify.annotations.Nullable;

/**
 * Writes the frame of messages: who to whom, under which name, in which sense.
 *
 * @param clock the time
 */
record Frame(Service service, Clock clock) {

  /** What a message is: the field {@code action} of eCH-0058. */
  enum Action {
    NEW("1"),
    RECALL("3"),
    REQUEST("5"),
    RESPONSE("6"),
    NEGATIVE_REPORT("8"),
    POSITIVE_REPORT("9");

    private final String code;

    Action(String code) {
      this.code = code;
    }
  }

  private static final Pattern MESSAGE_ID = Pattern.compile("[A-Za-z0-9-]{1,36}");
  private static final DatatypeFactory TYPES = types();

  private static DatatypeFactory types() {
    try {
      return DatatypeFactory.newInstance();
    } catch (DatatypeConfigurationException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Whether a text can name a message. */
  static boolean isMessageId(@Nullable String text) {
    return text != null && MESSAGE_ID.matcher(text).matches();
  }

  /**
   * The frame of a message.
   *
   * @param messageId names it: the same message has the same name each time
   * @param about the message that this one answers, if it answers one
   */
  HeaderType header(String messageId, String type, Action action, Optional<String> about) {
    SendingApplicationType application = new SendingApplicationType();
    application.setManufacturer("Mein Konto");
    application.setProduct("connector");
    application.setProductVersion("1");
    HeaderType header = new HeaderType();
    header.setSenderId(service.sender());
    header.setRecipientId(service.recipient());
    header.setMessageId(messageId);
    about.ifPresent(header::setReferenceMessageId);
    header.setMessageType(type);
    header.setSendingApplication(application);
    header.setMessageDate(date(clock.instant()));
    header.setAction(action.code);
    header.setTestDeliveryFlag(service.test());
    return header;
  }

  static XMLGregorianCalendar date(Instant instant) {
    return TYPES.newXMLGregorianCalendar(instant.truncatedTo(ChronoUnit.SECONDS).toString());
  }

  /** Asks for so many words at most. */
  Collect collect(int maximum) {
    Collect collect = new Collect();
    collect.setHeader(
        header(UUID.randomUUID().toString(), "collect", Action.REQUEST, Optional.empty()));
    collect.setMaximum(maximum);
    return collect;
  }

  /** Says what became of a word: sent on, or never to be, for this reason. */
  Confirm confirm(String word, Optional<String> reason) {
    Action action = reason.isPresent() ? Action.NEGATIVE_REPORT : Action.POSITIVE_REPORT;
    String id = UUID.nameUUIDFromBytes((action + " " + word).getBytes(UTF_8)).toString();
    Confirm confirm = new Confirm();
    confirm.setHeader(header(id, "confirm", action, Optional.of(word)));
    reason.ifPresent(confirm::setReason);
    return confirm;
  }
}
