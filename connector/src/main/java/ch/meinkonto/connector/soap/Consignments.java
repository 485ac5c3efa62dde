package ch.meinkonto.connector.soap;

import static java.nio.charset.StandardCharsets.UTF_8;

import ch.meinkonto.connector.handover.Bundle;
import ch.meinkonto.connector.handover.Content;
import ch.meinkonto.connector.handover.Description;
import ch.meinkonto.connector.handover.Manifest;
import ch.meinkonto.connector.mapping.MappingFailed;
import ch.meinkonto.connector.mapping.Xml;
import ch.meinkonto.connector.soap.Frame.Action;
import ch.meinkonto.connector.soap.exchange.CaseType;
import ch.meinkonto.connector.soap.exchange.ContentType;
import ch.meinkonto.connector.soap.exchange.Deliver;
import ch.meinkonto.connector.soap.exchange.FileType;
import ch.meinkonto.connector.soap.exchange.HeaderType;
import ch.meinkonto.contract.Envelope;
import ch.meinkonto.unit.ReceivedRequest;
import jakarta.activation.DataHandler;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;

/** Makes the message that brings a submission; the same submission is the same message. */
record Consignments(Bundle bundle, Frame frame) {

  private static final Map<String, String> TEXTS =
      Map.of("json", "application/json", "csv", "text/csv");

  Deliver of(ReceivedRequest request) throws MappingFailed, IOException {
    Deliver deliver = new Deliver();
    deliver.setHeader(header(request));
    deliver.setCase(about(request));
    int attachment = 0;
    for (Map.Entry<String, Content> file : bundle.of(request).entrySet()) {
      String name = file.getKey();
      Content content = file.getValue();
      if (name.startsWith(Bundle.ATTACHMENTS + "/")) {
        String type = request.attachments().get(attachment++).about().mediaType();
        deliver
            .getFile()
            .add(file("attachment", name.substring(name.indexOf('/') + 1), type, content));
      } else if (deliver.getContent() == null) {
        deliver.setContent(content(name.substring(name.lastIndexOf('.') + 1), content.bytes()));
      } else if (name.endsWith(".pdf")) {
        deliver.getFile().add(file("print", name, "application/pdf", content));
      } else if (!name.equals(Manifest.NAME)) {
        deliver.getFile().add(file("receipt", name, "application/jose", content));
      }
    }
    return deliver;
  }

  private HeaderType header(ReceivedRequest request) {
    Envelope envelope = request.envelope();
    String id = envelope.submissionId().toString();
    String service = envelope.service();
    String about = service + "." + Description.name(request);
    return switch (envelope.kind()) {
      case ANSWER, DELIVERY_NOTICE ->
          frame.header(
              id,
              about,
              Action.RESPONSE,
              Optional.ofNullable(envelope.inReplyTo()).filter(Frame::isMessageId));
      case WITHDRAWAL ->
          frame.header(id, about, Action.RECALL, Optional.of(envelope.requestId().toString()));
      case COPY -> frame.header(id, about, Action.NEW, Optional.empty());
      case REQUEST, ACTIVATION, ACTIVATION_LETTER, ACTIVATION_END ->
          frame.header(id, service, Action.NEW, Optional.empty());
    };
  }

  private static CaseType about(ReceivedRequest request) {
    Envelope envelope = request.envelope();
    CaseType about = new CaseType();
    about.setRequestId(envelope.requestId().toString());
    about.setReference(envelope.reference().value());
    about.setService(envelope.service());
    about.setSchemaVersion(envelope.schemaVersion());
    request.office().ifPresent(about::setOffice);
    about.setLanguage(envelope.language());
    about.setReceivedAt(Frame.date(envelope.receivedAt()));
    return about;
  }

  private static ContentType content(String extension, byte[] written) throws MappingFailed {
    ContentType content = new ContentType();
    String text = new String(written, UTF_8);
    if (extension.equals("xml")) {
      ContentType.Xml xml = new ContentType.Xml();
      xml.setAny(Xml.parse(text).getDocumentElement());
      content.setXml(xml);
    } else {
      ContentType.Text plain = new ContentType.Text();
      plain.setMediaType(TEXTS.getOrDefault(extension, "text/plain"));
      plain.setValue(text);
      content.setText(plain);
    }
    return content;
  }

  private static FileType file(String kind, String name, String mediaType, Content content) {
    FileType file = new FileType();
    file.setKind(kind);
    file.setName(name);
    file.setMediaType(mediaType);
    file.setContent(new DataHandler(new Bytes(content)));
    return file;
  }
}
