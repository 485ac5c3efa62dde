package ch.meinkonto.connector.soap;

import static java.util.Objects.requireNonNull;

import ch.meinkonto.connector.soap.exchange.Collect;
import ch.meinkonto.connector.soap.exchange.CollectResponse;
import ch.meinkonto.connector.soap.exchange.Confirm;
import ch.meinkonto.connector.soap.exchange.ConfirmResponse;
import ch.meinkonto.connector.soap.exchange.Deliver;
import ch.meinkonto.connector.soap.exchange.DeliverResponse;
import ch.meinkonto.connector.soap.exchange.EmptyType;
import ch.meinkonto.connector.soap.exchange.HeaderType;
import ch.meinkonto.connector.soap.exchange.LaterType;
import ch.meinkonto.connector.soap.exchange.RejectedType;
import ch.meinkonto.connector.soap.exchange.SendingApplicationType;
import ch.meinkonto.connector.soap.exchange.WordType;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ClassPathResource;
import org.springframework.oxm.UnmarshallingFailureException;
import org.springframework.oxm.jaxb.Jaxb2Marshaller;
import org.springframework.ws.context.MessageContext;
import org.springframework.ws.soap.SoapMessage;
import org.springframework.ws.soap.SoapVersion;
import org.springframework.ws.soap.saaj.SaajSoapMessageFactory;
import org.springframework.ws.support.MarshallingUtils;
import org.springframework.ws.transport.context.TransportContextHolder;
import org.springframework.ws.transport.http.HttpExchangeConnection;
import org.springframework.ws.transport.http.WebServiceMessageReceiverHttpHandler;

/** A unit's web service, strict: what its schema does not allow is the sender's fault. */
final class WebService implements AutoCloseable {

  /** What is wrong with it. */
  enum Mood {
    WELL,
    DOWN,
    ANSWER_LOST,
    /** Calls everything wrong. */
    STRICT,
    /** Has a fault of its own. */
    BROKEN,
    /** Takes what comes, and says nothing until it is closed. */
    HANGING,
    /** Turns everything down. */
    REJECTING,
    /** Takes nothing now. */
    BUSY
  }

  /** What it says instead of a SOAP message. */
  record Raw(int status, String type, byte[] body) {}

  private static final Jaxb2Marshaller MESSAGES = messages();
  private static final Jaxb2Marshaller ANSWERS = Exchange.messages();

  private final HttpServer server;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final Map<String, Deliver> taken = new LinkedHashMap<>();
  private final Map<String, WordType> words = new LinkedHashMap<>();
  private final Map<String, String> complaints = new LinkedHashMap<>();
  private final List<String> confirmed = new ArrayList<>();
  private final List<@Nullable String> logins = new ArrayList<>();
  private final CountDownLatch end = new CountDownLatch(1);
  private int deliveries;
  private volatile Mood mood = Mood.WELL;
  private volatile @Nullable Raw raw;

  WebService(SoapVersion version) throws Exception {
    SaajSoapMessageFactory soap = new SaajSoapMessageFactory();
    soap.setSoapVersion(version);
    soap.afterPropertiesSet();
    WebServiceMessageReceiverHttpHandler handler = new WebServiceMessageReceiverHttpHandler();
    handler.setMessageFactory(soap);
    handler.setMessageReceiver(this::receive);
    handler.afterPropertiesSet();
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(threads);
    server.createContext("/soap", call -> handle(call, handler));
    server.start();
  }

  private static Jaxb2Marshaller messages() {
    Jaxb2Marshaller marshaller = new Jaxb2Marshaller();
    marshaller.setContextPath("ch.meinkonto.connector.soap.exchange");
    marshaller.setMtomEnabled(true);
    marshaller.setSchema(new ClassPathResource("soap/exchange.xsd"));
    try {
      marshaller.afterPropertiesSet();
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
    return marshaller;
  }

  String address() {
    return "http://localhost:" + server.getAddress().getPort() + "/soap";
  }

  void setMood(Mood other) {
    mood = other;
  }

  void setRaw(@Nullable Raw other) {
    raw = other;
  }

  private void handle(HttpExchange call, WebServiceMessageReceiverHttpHandler handler)
      throws IOException {
    Raw instead = raw;
    synchronized (this) {
      logins.add(call.getRequestHeaders().getFirst("Authorization"));
    }
    if (mood == Mood.DOWN) {
      call.close();
    } else if (instead != null) {
      try (call) {
        call.getRequestBody().readAllBytes();
        call.getResponseHeaders().set("Content-Type", instead.type);
        call.sendResponseHeaders(instead.status, instead.body.length == 0 ? -1 : 0);
        call.getResponseBody().write(instead.body);
      }
    } else {
      handler.handle(call);
    }
  }

  private void receive(MessageContext context) throws Exception {
    Mood now = mood;
    if (now == Mood.HANGING) {
      end.await();
    }
    SoapMessage response = (SoapMessage) context.getResponse();
    if (now == Mood.STRICT || now == Mood.BROKEN) {
      fault(response, now == Mood.STRICT, "No “Ćosić” here");
      return;
    }
    try {
      Object message =
          requireNonNull(MarshallingUtils.unmarshal(MESSAGES, context.getRequest()), "a message");
      Object answer = answer(message);
      MarshallingUtils.marshal(ANSWERS, answer, response);
    } catch (UnmarshallingFailureException e) {
      fault(response, true, String.valueOf(e.getMessage()));
    }
    if (now == Mood.ANSWER_LOST
        && TransportContextHolder.getTransportContext() != null
        && TransportContextHolder.getTransportContext().getConnection()
            instanceof HttpExchangeConnection connection) {
      connection.getHttpExchange().close();
    }
  }

  private static void fault(SoapMessage response, boolean client, String text) {
    if (client) {
      response.getSoapBody().addClientOrSenderFault(text, Locale.ENGLISH);
    } else {
      response.getSoapBody().addServerOrReceiverFault(text, Locale.ENGLISH);
    }
  }

  private synchronized Object answer(Object message) {
    return switch (message) {
      case Deliver deliver -> take(deliver);
      case Collect collect -> {
        CollectResponse response = new CollectResponse();
        response.setHeader(header(collect.getHeader(), UUID.randomUUID().toString()));
        words.values().stream().limit(collect.getMaximum()).forEach(response.getWord()::add);
        yield response;
      }
      case Confirm confirm -> {
        String word = confirm.getHeader().getReferenceMessageId();
        words.remove(word);
        confirmed.add(word);
        Optional.ofNullable(confirm.getReason()).ifPresent(why -> complaints.put(word, why));
        ConfirmResponse response = new ConfirmResponse();
        response.setHeader(header(confirm.getHeader(), UUID.randomUUID().toString()));
        yield response;
      }
      default -> throw new AssertionError(message);
    };
  }

  private DeliverResponse take(Deliver deliver) {
    deliveries++;
    DeliverResponse response = new DeliverResponse();
    response.setHeader(header(deliver.getHeader(), UUID.randomUUID().toString()));
    switch (mood) {
      case REJECTING -> {
        RejectedType rejected = new RejectedType();
        rejected.setCode("flat-unknown");
        rejected.setText("Diese Wohnung gibt es nicht.");
        response.setRejected(rejected);
      }
      case BUSY -> {
        LaterType later = new LaterType();
        later.setSeconds(7);
        response.setLater(later);
      }
      default -> {
        taken.putIfAbsent(deliver.getHeader().getMessageId(), deliver);
        response.setTaken(new EmptyType());
      }
    }
    return response;
  }

  /** A frame for the other direction. */
  static HeaderType header(@Nullable HeaderType about, String messageId) {
    SendingApplicationType application = new SendingApplicationType();
    application.setManufacturer("Test");
    application.setProduct("Register");
    application.setProductVersion("7");
    HeaderType header = new HeaderType();
    header.setSenderId("fundbuero");
    header.setRecipientId("mein-konto");
    header.setMessageId(messageId);
    if (about != null) {
      header.setReferenceMessageId(about.getMessageId());
    }
    header.setMessageType("message");
    header.setSendingApplication(application);
    header.setMessageDate(Frame.date(Clock.systemUTC().instant()));
    header.setAction("6");
    header.setTestDeliveryFlag(true);
    return header;
  }

  /** Has this to say from now on, until it is confirmed. */
  synchronized void say(WordType word) {
    words.put(word.getHeader().getMessageId(), word);
  }

  synchronized List<Deliver> taken() {
    return List.copyOf(taken.values());
  }

  /** How often something was brought. */
  synchronized int deliveries() {
    return deliveries;
  }

  /** The words that were dealt with, in order. */
  synchronized List<String> confirmed() {
    return List.copyOf(confirmed);
  }

  synchronized List<String> complaints() {
    return List.copyOf(complaints.values());
  }

  /** What was shown with the last call. */
  synchronized @Nullable String login() {
    return logins.getLast();
  }

  @Override
  public void close() {
    end.countDown();
    server.stop(0);
    threads.shutdownNow();
  }
}
