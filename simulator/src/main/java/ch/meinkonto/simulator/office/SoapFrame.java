package ch.meinkonto.simulator.office;

import ch.meinkonto.simulator.soap.exchange.HeaderType;
import ch.meinkonto.simulator.soap.exchange.SendingApplicationType;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import javax.xml.datatype.DatatypeConfigurationException;
import javax.xml.datatype.DatatypeFactory;
import javax.xml.datatype.XMLGregorianCalendar;
import org.jspecify.annotations.Nullable;

/** The frame of what an office says. */
record SoapFrame(String unit, Clock clock) {

  private static final String RESPONSE = "6";
  private static final String NEW = "1";

  /** Of an answer to a message. */
  HeaderType answer(String type, HeaderType about) {
    return header(
        UUID.randomUUID().toString(), type, about.getSenderId(), RESPONSE, about.getMessageId());
  }

  /** Of something that the office says by itself. */
  HeaderType word(String messageId, String type) {
    return header(messageId, type, "mein-konto", NEW, null);
  }

  private HeaderType header(
      String messageId, String type, String to, String action, @Nullable String about) {
    var application = new SendingApplicationType();
    application.setManufacturer("Mein Konto");
    application.setProduct("simulator");
    application.setProductVersion("1");
    var header = new HeaderType();
    header.setSenderId(unit);
    header.setRecipientId(to);
    header.setMessageId(messageId);
    header.setReferenceMessageId(about);
    header.setMessageType(type);
    header.setSendingApplication(application);
    header.setMessageDate(now());
    header.setAction(action);
    header.setTestDeliveryFlag(true);
    return header;
  }

  private XMLGregorianCalendar now() {
    try {
      return DatatypeFactory.newInstance()
          .newXMLGregorianCalendar(clock.instant().truncatedTo(ChronoUnit.SECONDS).toString());
    } catch (DatatypeConfigurationException e) {
      throw new IllegalStateException(e);
    }
  }
}
