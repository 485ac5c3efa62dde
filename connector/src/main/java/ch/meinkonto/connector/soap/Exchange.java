package ch.meinkonto.connector.soap;

import ch.meinkonto.connector.ChannelRefused;
import ch.meinkonto.connector.handover.Http;
import ch.meinkonto.connector.handover.NotNow;
import java.net.http.HttpClient;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.springframework.oxm.jaxb.Jaxb2Marshaller;
import org.springframework.ws.client.core.WebServiceTemplate;
import org.springframework.ws.soap.saaj.SaajSoapMessage;
import org.springframework.ws.soap.saaj.SaajSoapMessageFactory;

/** Calls a service's operations: whole answers within a time and a size. */
final class Exchange implements AutoCloseable {

  private static final String NAMESPACE = "https://meinkonto.ch/soap/exchange/1";
  private static final Jaxb2Marshaller MESSAGES = messages();

  private final Service service;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final HttpClient http;
  private final WebServiceTemplate template;

  /** Prepares the calls; none is made yet. */
  Exchange(Service service) throws ChannelRefused {
    this.service = service;
    this.http = Http.client(service.name(), service.tls(), service.timeout(), threads);
    SaajSoapMessageFactory soap = new SaajSoapMessageFactory();
    soap.setSoapVersion(service.version());
    soap.afterPropertiesSet();
    template = new WebServiceTemplate(soap);
    template.setMarshaller(MESSAGES);
    template.setUnmarshaller(MESSAGES);
    template.setDefaultUri(service.address().toString());
    template.setMessageSender(new Line(http, service));
  }

  static Jaxb2Marshaller messages() {
    Jaxb2Marshaller marshaller = new Jaxb2Marshaller();
    marshaller.setContextPath("ch.meinkonto.connector.soap.exchange");
    marshaller.setMtomEnabled(true);
    try {
      marshaller.afterPropertiesSet();
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
    return marshaller;
  }

  /**
   * Calls an operation.
   *
   * @throws NotNow if there is no answer, or none that can be understood
   * @throws MessageRefused if the service says that the message is wrong
   */
  <T> T call(String operation, Object message, Class<T> type) throws NotNow, MessageRefused {
    Object answer =
        inTime(() ->
            template.marshalSendAndReceive(
                message, made -> action((SaajSoapMessage) made, NAMESPACE + "/" + operation)));
    if (!type.isInstance(answer)) {
      throw new NotNow(service.name() + " answers something else than its description says");
    }
    return type.cast(answer);
  }

  /** Said to the library, it would write the message with all files just to note it. */
  private static void action(SaajSoapMessage message, String action) {
    message.getSaajMessage().getMimeHeaders().setHeader(Posting.ACTION, action);
  }

  /** The time is for the whole call, however slowly an answer drips. */
  private @Nullable Object inTime(Callable<@Nullable Object> call) throws NotNow, MessageRefused {
    Future<@Nullable Object> answer;
    try {
      answer = threads.submit(call);
    } catch (RejectedExecutionException e) {
      throw new NotNow(service.name() + " is no longer called");
    }
    try {
      return answer.get(service.timeout().toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      answer.cancel(true);
      throw new NotNow(service.name() + " gives no answer in time");
    } catch (InterruptedException e) {
      answer.cancel(true);
      Thread.currentThread().interrupt();
      throw new NotNow("interrupted");
    } catch (ExecutionException e) {
      throw Failures.of(service.name(), e.getCause());
    }
  }

  @Override
  public void close() {
    http.shutdownNow();
    threads.shutdownNow();
  }
}
