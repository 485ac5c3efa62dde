package ch.meinkonto.simulator.office;

import ch.meinkonto.contract.Json;
import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;

/** A unit that knows nothing but mail: it opens what comes, and answers, signed. */
final class MailOffice implements Office {

  private static final Logger log = LoggerFactory.getLogger(MailOffice.class);

  private final Room room;
  private final UnitMail server;
  private final Map<String, MailKeys.Pair> mailboxes;
  private final String answersTo;
  private final X509Certificate connector;
  private final CaseFolder cases;
  private final CaseWork work;

  /**
   * An office.
   *
   * @param mailboxes with their keys; the unit's own first
   * @param answersTo the address that requests come from
   * @param connector the certificate of that address
   */
  MailOffice(
      Room room,
      UnitMail server,
      Map<String, MailKeys.Pair> mailboxes,
      String answersTo,
      X509Certificate connector) {
    this.room = room;
    this.server = server;
    this.mailboxes = mailboxes;
    this.answersTo = answersTo;
    this.connector = connector;
    this.cases = room.cases();
    var own = mailboxes.entrySet().iterator().next();
    this.work =
        room.work(
            new MailCorrespondence(server, own.getKey(), own.getValue(), answersTo, connector));
  }

  @Override
  public Room room() {
    return room;
  }

  /** Nobody can reject by mail. */
  @Override
  public Set<Fault> faults() {
    return EnumSet.complementOf(EnumSet.of(Fault.REJECTING));
  }

  /** A mail server that is away lets nobody log in. */
  @Override
  public void switched() {
    var isUp = !room.switches().on(Fault.DOWN);
    mailboxes.keySet().forEach(address -> server.letIn(address, isUp));
    server.letIn(answersTo, isUp);
  }

  @Override
  public synchronized void work() {
    mailboxes.forEach((address, key) -> server.read(address, mail -> isTaken(mail, key)));
    work.doWhatIsDue();
  }

  /** What cannot be opened stays unread: somebody will look at it. */
  private boolean isTaken(MimeMessage mail, MailKeys.Pair key) {
    try {
      var parts = SealedMail.open(mail, key, connector);
      var request = SealedMail.file(parts, "antrag.json");
      var answer = SealedMail.file(parts, "antwort.json");
      var withdrawal = SealedMail.file(parts, "rueckzug.json");
      if (request.isPresent()) {
        begin(request.get(), parts);
      } else if (answer.isPresent()) {
        answered(answer.get(), parts);
      } else if (withdrawal.isPresent()) {
        withdrawn(withdrawal.get());
      } else {
        log.warn("{} was told: {}", unitId(), parts.getFirst().getContent());
      }
      return true;
    } catch (MessagingException | IOException e) {
      log.warn("{} cannot open a mail: {}", unitId(), e.getMessage());
      return false;
    }
  }

  private void begin(byte[] content, List<BodyPart> parts) throws MessagingException {
    var request = Json.mapper().readTree(content);
    cases.addOnce(Case.of(room.unit(), request, files(parts), room.next()));
  }

  private void answered(byte[] content, List<BodyPart> parts) throws MessagingException {
    var answer = Json.mapper().readTree(content);
    var files = files(parts);
    once(answer, one -> one.answered(text(answer), files, room.next()));
  }

  private void withdrawn(byte[] content) {
    var withdrawal = Json.mapper().readTree(content);
    once(withdrawal, one -> one.withdrawn(text(withdrawal)));
  }

  private void once(JsonNode submission, UnaryOperator<Case> change) {
    cases.once(
        submission.at("/envelope/requestId").asString(),
        submission.at("/envelope/submissionId").asString(),
        change);
  }

  private static String text(JsonNode submission) {
    return submission.at("/answers/text").asString();
  }

  /** What the resident attached: its names begin with a number. */
  private static List<String> files(List<BodyPart> parts) throws MessagingException {
    var files = new ArrayList<String>();
    for (var part : parts) {
      var name = part.getFileName();
      if (name != null && name.matches("\\d+-.*")) {
        files.add(name);
      }
    }
    return files;
  }
}
