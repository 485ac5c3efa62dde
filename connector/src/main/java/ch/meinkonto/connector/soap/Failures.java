package ch.meinkonto.connector.soap;

import ch.meinkonto.connector.handover.NotNow;
import java.net.ConnectException;
import java.net.http.HttpTimeoutException;
import java.nio.file.FileSystemException;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.net.ssl.SSLException;
import javax.xml.namespace.QName;
import org.jspecify.annotations.Nullable;
import org.springframework.ws.client.WebServiceIOException;
import org.springframework.ws.client.WebServiceTransportException;
import org.springframework.ws.soap.client.SoapFaultClientException;

/** What a call that failed means. What the service wrote about it is not repeated: it may quote. */
final class Failures {

  /** Of SOAP 1.2 and 1.1; all others may pass. */
  private static final Set<String> OURS =
      Set.of("Sender", "Client", "VersionMismatch", "MustUnderstand", "DataEncodingUnknown");

  private static final Pattern STATUS = Pattern.compile("\\[(\\d{3})]");

  private Failures() {}

  /**
   * To be tried again.
   *
   * @param service its name for operators
   * @throws MessageRefused if trying again would not help
   */
  static NotNow of(String service, @Nullable Throwable failure) throws MessageRefused {
    return new NotNow(service + " " + reason(failure));
  }

  private static String reason(@Nullable Throwable failure) throws MessageRefused {
    return switch (failure) {
      case SoapFaultClientException fault -> fault(fault.getFaultCode());
      case WebServiceTransportException transport -> "answers " + status(transport);
      case WebServiceIOException io -> broken(io.getCause());
      case null, default ->
          "answers what cannot be understood, or more than 32 MB"
              + (failure == null ? "" : " (%s)".formatted(failure.getClass().getSimpleName()));
    };
  }

  private static String fault(@Nullable QName code) throws MessageRefused {
    String word = code == null ? "" : code.getLocalPart().replaceFirst("\\..*", "");
    if (OURS.contains(word)) {
      throw new MessageRefused(word);
    }
    return "reports a fault of its own";
  }

  private static String status(WebServiceTransportException failure) {
    Matcher status = STATUS.matcher(String.valueOf(failure.getMessage()));
    return status.find() ? "HTTP " + status.group(1) : "with an error";
  }

  private static String broken(@Nullable Throwable cause) {
    return switch (cause) {
      case HttpTimeoutException _ -> "gives no answer in time";
      case SSLException _ ->
          "cannot be trusted, or does not trust us: a certificate is not accepted";
      case ConnectException _ -> "cannot be reached";
      case FileSystemException _ -> "is not called: the file with the password cannot be read";
      case null, default -> "breaks off";
    };
  }
}
