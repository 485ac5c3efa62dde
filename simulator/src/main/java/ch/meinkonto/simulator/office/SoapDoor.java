package ch.meinkonto.simulator.office;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import java.util.function.UnaryOperator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.io.ClassPathResource;
import org.springframework.oxm.UnmarshallingFailureException;
import org.springframework.oxm.jaxb.Jaxb2Marshaller;
import org.springframework.ws.context.MessageContext;
import org.springframework.ws.soap.SoapMessage;
import org.springframework.ws.soap.SoapVersion;
import org.springframework.ws.soap.saaj.SaajSoapMessageFactory;
import org.springframework.ws.support.MarshallingUtils;
import org.springframework.ws.transport.WebServiceMessageReceiver;
import org.springframework.ws.transport.http.WebServiceMessageReceiverHandlerAdapter;

/**
 * Where messages come in and answers go out. What the description does not allow is the sender's
 * fault; there is no DTD in any message, and nothing is fetched from elsewhere.
 */
final class SoapDoor {

  private static final Logger log = LoggerFactory.getLogger(SoapDoor.class);
  private static final Jaxb2Marshaller STRICT = messages(true);
  private static final Jaxb2Marshaller ANSWERS = messages(false);

  private final WebServiceMessageReceiverHandlerAdapter adapter =
      new WebServiceMessageReceiverHandlerAdapter();

  SoapDoor(SoapVersion version) {
    var soap = new SaajSoapMessageFactory();
    soap.setSoapVersion(version);
    soap.afterPropertiesSet();
    adapter.setMessageFactory(soap);
  }

  /** Files as XOP do not pass a schema when they are written. */
  private static Jaxb2Marshaller messages(boolean strict) {
    var marshaller = new Jaxb2Marshaller();
    marshaller.setContextPath("ch.meinkonto.simulator.soap.exchange");
    marshaller.setMtomEnabled(true);
    if (strict) {
      marshaller.setSchema(new ClassPathResource("soap/exchange.xsd"));
    }
    try {
      marshaller.afterPropertiesSet();
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
    return marshaller;
  }

  /** Answers a call. */
  void handle(
      HttpServletRequest request, HttpServletResponse response, UnaryOperator<Object> office)
      throws Exception {
    WebServiceMessageReceiver receiver = context -> answer(context, office);
    adapter.handle(request, response, receiver);
  }

  private static void answer(MessageContext context, UnaryOperator<Object> office)
      throws Exception {
    var response = (SoapMessage) context.getResponse();
    try {
      var message = MarshallingUtils.unmarshal(STRICT, context.getRequest());
      MarshallingUtils.marshal(ANSWERS, office.apply(message), response);
    } catch (UnmarshallingFailureException | IllegalArgumentException e) {
      log.warn("A message is wrong", e);
      response.getSoapBody().addClientOrSenderFault("The message is wrong", Locale.ENGLISH);
    } catch (RuntimeException e) {
      log.error("A message could not be dealt with", e);
      response.getSoapBody().addServerOrReceiverFault("Not now", Locale.ENGLISH);
    }
  }
}
