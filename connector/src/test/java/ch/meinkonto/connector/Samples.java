package ch.meinkonto.connector;

import static java.nio.charset.StandardCharsets.UTF_8;

import ch.meinkonto.contract.Actor;
import ch.meinkonto.contract.AnswerText;
import ch.meinkonto.contract.Assurance;
import ch.meinkonto.contract.DeliveryNotice;
import ch.meinkonto.contract.DeliveryOutcome;
import ch.meinkonto.contract.Envelope;
import ch.meinkonto.contract.Json;
import ch.meinkonto.contract.Metadata;
import ch.meinkonto.contract.Part;
import ch.meinkonto.contract.Reference;
import ch.meinkonto.contract.RequestId;
import ch.meinkonto.contract.Sender;
import ch.meinkonto.contract.SubmissionId;
import ch.meinkonto.contract.SubmissionKind;
import ch.meinkonto.contract.Withdrawal;
import ch.meinkonto.unit.ReceivedAttachment;
import ch.meinkonto.unit.ReceivedRequest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Year;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** What Mirela Ćosić sends to the lost property office. */
public final class Samples {

  public static final String UNIT = "fundbuero";
  public static final String OFFICE = "schalter-hauptbahnhof";
  public static final byte[] PHOTO = "not really a photo".getBytes(UTF_8);

  private Samples() {}

  /** She has lost her umbrella, and has a photo of it. */
  public static ReceivedRequest lostUmbrella() {
    return lostUmbrella(attachment("Schirm.jpg", PHOTO));
  }

  /** The same with other attachments. */
  public static ReceivedRequest lostUmbrella(ReceivedAttachment... attachments) {
    RequestId id = new RequestId(UUID.randomUUID());
    return request(
        envelope(id, SubmissionId.of(id), Reference.next(Year.of(2026)), null, null),
        Map.of("sache", "schirm", "farbe", "rot", "datum", "2026-11-23"),
        attachments);
  }

  /** The same, sent by somebody whom Mirela gave a mandate. */
  public static ReceivedRequest lostUmbrellaBy(String given, String family) {
    ReceivedRequest own = lostUmbrella();
    Metadata about = own.metadata();
    Sender helper =
        new Sender(
            Sender.Kind.PRIVATE,
            new Sender.Name(given, family),
            null,
            new Sender.Contact("helfer@example.ch", null, null));
    return new ReceivedRequest(
        new Metadata(
            about.envelope(),
            about.sender(),
            about.office(),
            List.of(),
            null,
            null,
            null,
            new Actor("p-helper", helper)),
        own.answers(),
        List.of(),
        "signed.by.portal",
        1);
  }

  /** What another unit decides. */
  public static ReceivedRequest copyOfLostUmbrella() {
    ReceivedRequest whole = lostUmbrella();
    Envelope copy = later(whole, SubmissionKind.COPY, null);
    return new ReceivedRequest(
        new Metadata(
            copy, null, null, whole.metadata().attachments(), null, "stadtpolizei", null, null),
        whole.answers(),
        whole.attachments(),
        "signed.by.portal",
        1);
  }

  /** Her answer to a question about the umbrella. */
  public static ReceivedRequest answer(ReceivedRequest earlier, String text) {
    Envelope about = earlier.envelope();
    return request(
        envelope(
            about.requestId(),
            new SubmissionId(UUID.randomUUID()),
            about.reference(),
            "question-1",
            null),
        new AnswerText("question-1", text));
  }

  /** She has found it herself. */
  public static ReceivedRequest withdrawal(ReceivedRequest earlier, String text) {
    return request(later(earlier, SubmissionKind.WITHDRAWAL, null), new Withdrawal(text));
  }

  /** She did not open what the office delivered to her formally. */
  public static ReceivedRequest notice(ReceivedRequest earlier, String messageId) {
    return request(
        later(earlier, SubmissionKind.DELIVERY_NOTICE, messageId),
        new DeliveryNotice(
            messageId,
            DeliveryOutcome.NOT_OPENED,
            Instant.parse("2026-12-07T23:00:00Z"),
            LocalDate.of(2026, 12, 7),
            "signed.by.portal"));
  }

  private static Envelope later(
      ReceivedRequest earlier, SubmissionKind kind, @Nullable String inReplyTo) {
    Envelope about = earlier.envelope();
    return new Envelope(
        about.requestId(),
        new SubmissionId(UUID.randomUUID()),
        kind,
        about.reference(),
        about.service(),
        about.schemaVersion(),
        null,
        about.unit(),
        about.subject(),
        about.assurance(),
        about.language(),
        about.receivedAt(),
        inReplyTo,
        null);
  }

  /** An attachment with a name that a resident gave it. */
  public static ReceivedAttachment attachment(String fileName, byte[] content) {
    return new ReceivedAttachment(photo(fileName, content.length), content);
  }

  /** One that is larger than the memory of a {@link SmallJava}. */
  public static ReceivedAttachment large() {
    return new ReceivedAttachment(
        photo("gross.jpg", SmallJava.LARGE),
        SmallJava.LARGE,
        () -> SmallJava.bytes(SmallJava.LARGE));
  }

  /** One of which there is only half, when it is read for this time. */
  public static ReceivedAttachment breakingOff(int time, byte[] content) {
    AtomicInteger opened = new AtomicInteger();
    return new ReceivedAttachment(
        photo("halb.jpg", content.length),
        content.length,
        () ->
            opened.incrementAndGet() != time
                ? new ByteArrayInputStream(content)
                : new SequenceInputStream(
                    new ByteArrayInputStream(content, 0, content.length / 2), new Broken()));
  }

  private static final class Broken extends InputStream {
    @Override
    public int read() throws IOException {
      throw new IOException("the disk is gone");
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
      return read();
    }
  }

  private static Metadata.Attachment photo(String fileName, long size) {
    int fragments = Part.fragments(size);
    return new Metadata.Attachment(
        "attachment-1", fileName, "image/jpeg", size, "foto", fragments == 1 ? null : fragments);
  }

  /** A request with these answers. */
  public static ReceivedRequest request(
      Envelope envelope, Object answers, ReceivedAttachment... attachments) {
    List<Metadata.Attachment> about = new ArrayList<>();
    List.of(attachments).forEach(attachment -> about.add(attachment.about()));
    return new ReceivedRequest(
        new Metadata(envelope, sender(), office(envelope), about, null),
        Json.mapper().valueToTree(answers),
        List.of(attachments),
        "signed.by.portal",
        1);
  }

  /** An envelope for the lost property office. */
  public static Envelope envelope(
      RequestId request,
      SubmissionId submission,
      Reference reference,
      @Nullable String questionId,
      @Nullable String schemaUrl) {
    return new Envelope(
        request,
        submission,
        questionId == null ? SubmissionKind.REQUEST : SubmissionKind.ANSWER,
        reference,
        "fundsache",
        1,
        schemaUrl,
        UNIT,
        "p-1",
        Assurance.LOGIN,
        "de",
        Instant.parse("2026-11-24T08:05:00Z"),
        questionId,
        null);
  }

  /** The counter at the main station; answers do not say it again. */
  private static @Nullable String office(Envelope envelope) {
    return envelope.kind() == SubmissionKind.REQUEST ? OFFICE : null;
  }

  private static Sender sender() {
    return new Sender(
        Sender.Kind.PRIVATE,
        new Sender.Name("Mirela", "Ćosić"),
        null,
        new Sender.Contact("mirela@example.ch", null, null));
  }
}
