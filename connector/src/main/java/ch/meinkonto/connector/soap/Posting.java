package ch.meinkonto.connector.soap;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.activation.DataHandler;
import jakarta.xml.soap.AttachmentPart;
import jakarta.xml.soap.SOAPException;
import jakarta.xml.soap.SOAPMessage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.UUID;
import javax.xml.transform.TransformerException;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.stream.StreamResult;
import org.springframework.ws.soap.SoapVersion;
import org.springframework.ws.soap.saaj.SaajSoapMessage;

/**
 * A message as HTTP carries it: alone, or with its files behind it (MTOM, XOP). The library would
 * write all of it into memory, more than once; here files are read while they are sent.
 */
record Posting(Service service, SaajSoapMessage message) {

  /** In this header of the message stands which operation is called. */
  static final String ACTION = "SOAPAction";

  private static final String ROOT = "<message@meinkonto.ch>";

  HttpRequest request() throws IOException {
    HttpRequest.Builder call = HttpRequest.newBuilder(service.address()).timeout(service.timeout());
    if (service.login().isPresent()) {
      call.header("Authorization", service.login().get().header());
    }
    call.header("Accept", version());
    if (service.version().equals(SoapVersion.SOAP_11)) {
      call.header(ACTION, '"' + action() + '"');
    }
    List<AttachmentPart> files = files();
    if (files.isEmpty()) {
      return call.header("Content-Type", withAction(version() + "; charset=utf-8"))
          .POST(BodyPublishers.ofByteArray(envelope()))
          .build();
    }
    String boundary = "part-" + UUID.randomUUID();
    String type =
        "multipart/related; type=\"application/xop+xml\"; boundary=\"%s\"; start=\"%s\"; start-info=\"%s\""
            .formatted(boundary, ROOT, version());
    return call.header("Content-Type", withAction(type)).POST(parts(boundary, files)).build();
  }

  private SOAPMessage soap() {
    return message.getSaajMessage();
  }

  private String version() {
    return service.version().getContentType();
  }

  private String action() {
    String[] actions = soap().getMimeHeaders().getHeader(ACTION);
    return actions == null || actions.length == 0 ? "" : actions[0];
  }

  /** SOAP 1.2 has it in the type. */
  private String withAction(String type) {
    return service.version().equals(SoapVersion.SOAP_11)
        ? type
        : type + "; action=\"" + action() + '"';
  }

  private List<AttachmentPart> files() {
    List<AttachmentPart> files = new ArrayList<>();
    Iterator<AttachmentPart> all = soap().getAttachments();
    all.forEachRemaining(files::add);
    return files;
  }

  private byte[] envelope() throws IOException {
    ByteArrayOutputStream written = new ByteArrayOutputStream();
    try {
      TransformerFactory.newDefaultInstance()
          .newTransformer()
          .transform(soap().getSOAPPart().getContent(), new StreamResult(written));
    } catch (TransformerException | SOAPException e) {
      throw new IOException("the message cannot be written", e);
    }
    return written.toByteArray();
  }

  private BodyPublisher parts(String boundary, List<AttachmentPart> files) throws IOException {
    List<BodyPublisher> parts = new ArrayList<>();
    parts.add(
        text(
            "--%s\r\nContent-Type: application/xop+xml; charset=utf-8; type=\"%s\"\r\nContent-Transfer-Encoding: binary\r\nContent-ID: %s\r\n\r\n"
                .formatted(boundary, version(), ROOT)));
    parts.add(BodyPublishers.ofByteArray(envelope()));
    for (AttachmentPart file : files) {
      parts.add(
          text(
              "\r\n--%s\r\nContent-Type: %s\r\nContent-Transfer-Encoding: binary\r\nContent-ID: %s\r\n\r\n"
                  .formatted(boundary, file.getContentType(), file.getContentId())));
      parts.add(content(file));
    }
    parts.add(text("\r\n--" + boundary + "--\r\n"));
    return BodyPublishers.concat(parts.toArray(BodyPublisher[]::new));
  }

  private static BodyPublisher text(String text) {
    return BodyPublishers.ofByteArray(text.getBytes(UTF_8));
  }

  private static BodyPublisher content(AttachmentPart file) throws IOException {
    try {
      DataHandler handler = file.getDataHandler();
      BodyPublisher content = BodyPublishers.ofInputStream(() -> open(handler));
      return handler.getDataSource() instanceof Bytes(var known)
          ? known.size() == 0
              ? BodyPublishers.noBody()
              : BodyPublishers.fromPublisher(content, known.size())
          : content;
    } catch (SOAPException e) {
      throw new IOException("a file cannot be read", e);
    }
  }

  private static InputStream open(DataHandler handler) {
    try {
      return handler.getInputStream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
