package ch.meinkonto.connector.mail;

import ch.meinkonto.connector.Trouble;
import ch.meinkonto.connector.handover.Ledger;
import ch.meinkonto.connector.handover.Place;
import ch.meinkonto.connector.mapping.MappingFailed;
import ch.meinkonto.contract.Envelope;
import ch.meinkonto.unit.Outcome;
import ch.meinkonto.unit.ReceivedAttachment;
import ch.meinkonto.unit.ReceivedRequest;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.OutputStream;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends each submission as one mail. Noted as prepared, sent, noted as done; between the last two,
 * nobody can know whether the server has it, and SMTP has no way to ask. Then the mail is looked
 * for in the unit's mailbox, where the connector may; else it is sent again under the same
 * Message-ID, by which servers and mail programs know it.
 */
final class RequestMails {

  private static final Logger log = LoggerFactory.getLogger(RequestMails.class);
  private static final Duration AFTER_A_FAILURE = Duration.ofMinutes(1);

  private final String unit;
  private final MailPlan plan;
  private final Ledger ledger;
  private final Letters letters;
  private final Postman postman;
  private final MessageIds ids;
  private final Clock clock;
  private final Trouble trouble;
  private volatile boolean closed;

  RequestMails(
      String unit, MailPlan plan, Ledger ledger, Letters letters, Postman postman, Clock clock) {
    this.unit = unit;
    this.plan = plan;
    this.ledger = ledger;
    this.letters = letters;
    this.postman = postman;
    this.ids = MessageIds.of(plan.from());
    this.clock = clock;
    this.trouble = new Trouble(log, unit + ": mails go out again");
  }

  /** What keeps requests from being sent. */
  Trouble trouble() {
    return trouble;
  }

  void close() {
    closed = true;
  }

  /** Sends a request, or leaves it to the portal for now. */
  synchronized Outcome take(ReceivedRequest request) {
    if (closed) {
      return Outcome.tryLater(Duration.ZERO);
    }
    try {
      bring(request);
      trouble.none();
      return Outcome.accepted();
    } catch (MessagingException e) {
      return later("%s does not take mail (%s)".formatted(plan.smtp(), Postman.reason(e)));
    } catch (MappingFailed e) {
      return later("%s: %s".formatted(request.envelope().reference(), e.getMessage()));
    } catch (Hindered e) {
      return later(String.valueOf(e.getMessage()));
    } catch (IOException e) {
      return later(
          "passwords or notes cannot be read or written (%s)".formatted(Postman.reason(e)));
    }
  }

  private Outcome later(String why) {
    trouble.because("%s: %s; requests wait at the portal".formatted(unit, why));
    return Outcome.tryLater(AFTER_A_FAILURE);
  }

  private void bring(ReceivedRequest request)
      throws MessagingException, MappingFailed, Hindered, IOException {
    Envelope envelope = request.envelope();
    if (ledger.isDone(request.id())) {
      log.info("{}: {} has been sent already", unit, envelope.reference());
      return;
    }
    Recipient recipient = recipient(request);
    String messageId = ids.of(envelope);
    Optional<Place> begun = ledger.isPrepared(request.id());
    Place place = begun.orElseGet(() -> place(request));
    if (begun.isPresent() && hasArrived(messageId, recipient)) {
      log.info("{}: {} had arrived, though its server did not say so", unit, request);
    } else {
      MimeMessage mail = letter(request, messageId, recipient);
      ledger.prepared(place);
      postman.send(mail);
      log.info("{}: {} was sent to {}", unit, request, recipient);
    }
    ledger.done(place);
  }

  private MimeMessage letter(ReceivedRequest request, String messageId, Recipient recipient)
      throws MessagingException, MappingFailed, Hindered, IOException {
    for (X509Certificate one : List.of(recipient.certificate(), plan.identity().certificate())) {
      if (clock.instant().isAfter(one.getNotAfter().toInstant())) {
        throw new Hindered(
            "the certificate with the number %s has expired; put a new one in its place"
                .formatted(one.getSerialNumber().toString(16)));
      }
    }
    checkSize(request, request.attachments().stream().mapToLong(ReceivedAttachment::size).sum());
    MimeMessage mail = letters.of(request, messageId, recipient);
    Counting size = new Counting();
    mail.writeTo(size);
    checkSize(request, size.bytes);
    return mail;
  }

  private void checkSize(ReceivedRequest request, long bytes) throws Hindered {
    if (bytes > plan.largest()) {
      throw new Hindered(
          "%s is too large for mail (%d MB; see “largest”)"
              .formatted(request.envelope().reference(), bytes / 1024 / 1024));
    }
  }

  private boolean hasArrived(String messageId, Recipient recipient) throws Hindered {
    if (recipient.lookup().isEmpty()) {
      return false;
    }
    Server server = recipient.lookup().get();
    Session session = server.session(plan.from());
    try (Mailbox mailbox = Mailbox.open(server, session)) {
      return mailbox.contains(messageId);
    } catch (MessagingException | IOException e) {
      throw new Hindered(
          "a mail may have arrived, and %s cannot be asked (%s)"
              .formatted(server, Postman.reason(e)));
    }
  }

  /** An answer goes where its request went. */
  private Recipient recipient(ReceivedRequest request) {
    String reference = request.envelope().reference().value();
    return request
        .office()
        .or(() ->
            plan.offices().keySet().stream()
                .filter(office -> ledger.isTaken(reference + "/" + office))
                .findFirst())
        .map(plan.offices()::get)
        .orElse(plan.unit());
  }

  /** Who is told about a reply to this reference. */
  Recipient recipient(String reference) {
    return plan.offices().entrySet().stream()
        .filter(office -> ledger.isTaken(reference + "/" + office.getKey()))
        .map(Map.Entry::getValue)
        .findFirst()
        .orElse(plan.unit());
  }

  private Place place(ReceivedRequest request) {
    Envelope envelope = request.envelope();
    String reference = envelope.reference().value();
    String name =
        envelope.kind().begins()
            ? request
                .office()
                .filter(plan.offices()::containsKey)
                .map(office -> reference + "/" + office)
                .orElse(reference)
            : reference + "/" + envelope.kind() + "/" + envelope.submissionId();
    return new Place(envelope.submissionId(), envelope.requestId(), envelope.reference(), name);
  }

  /** Something that an operator has to mend. */
  private static final class Hindered extends Exception {
    private static final long serialVersionUID = 1L;

    Hindered(String message) {
      super(message);
    }
  }

  private static final class Counting extends OutputStream {

    private long bytes;

    @Override
    public void write(int one) {
      bytes++;
    }

    @Override
    public void write(byte[] some, int from, int length) {
      bytes += length;
    }
  }
}
