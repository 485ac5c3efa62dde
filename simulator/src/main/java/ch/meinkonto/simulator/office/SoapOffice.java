package ch.meinkonto.simulator.office;

import static java.nio.charset.StandardCharsets.UTF_8;

import ch.meinkonto.contract.Json;
import ch.meinkonto.simulator.Disk;
import ch.meinkonto.simulator.soap.exchange.Collect;
import ch.meinkonto.simulator.soap.exchange.CollectResponse;
import ch.meinkonto.simulator.soap.exchange.Confirm;
import ch.meinkonto.simulator.soap.exchange.ConfirmResponse;
import ch.meinkonto.simulator.soap.exchange.Deliver;
import ch.meinkonto.simulator.soap.exchange.DeliverResponse;
import ch.meinkonto.simulator.soap.exchange.EmptyType;
import ch.meinkonto.simulator.soap.exchange.LaterType;
import ch.meinkonto.simulator.soap.exchange.RejectedType;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Optional;

/** A unit whose register is a web service: it is called, and calls nobody. */
final class SoapOffice implements Office {

  private static final int ANSWER_SOON = 5;

  private final Room room;
  private final CaseFolder cases;
  private final CaseWork work;
  private final SoapOutbox says;
  private final SoapFrame frame;
  private final String login;

  SoapOffice(Path folder, Room room) {
    this.room = room;
    this.cases = room.cases();
    this.frame = new SoapFrame(room.unit(), room.clock());
    this.says = new SoapOutbox(folder.resolve("ausgang"), frame, room.switches());
    this.work = room.work(says);
    // the connector reads it there
    this.login = "mein-konto:" + Disk.secret(folder.resolve("password"));
  }

  boolean isLetIn(String authorization) {
    var expected = "Basic " + Base64.getEncoder().encodeToString(login.getBytes(UTF_8));
    return MessageDigest.isEqual(authorization.getBytes(UTF_8), expected.getBytes(UTF_8));
  }

  @Override
  public Room room() {
    return room;
  }

  @Override
  public synchronized void work() {
    work.doWhatIsDue();
  }

  /** Answers a message. */
  synchronized Object answer(Object message) {
    return switch (message) {
      case Deliver deliver -> deliver(deliver);
      case Collect collect -> {
        var response = new CollectResponse();
        response.setHeader(frame.answer("collect", collect.getHeader()));
        response.getWord().addAll(says.waiting(collect.getMaximum()));
        yield response;
      }
      case Confirm confirm -> {
        says.confirmed(
            confirm.getHeader().getReferenceMessageId(), Optional.ofNullable(confirm.getReason()));
        var response = new ConfirmResponse();
        response.setHeader(frame.answer("confirm", confirm.getHeader()));
        yield response;
      }
      default -> throw new IllegalArgumentException("This is no request");
    };
  }

  /** The same message twice is taken once. */
  private DeliverResponse deliver(Deliver deliver) {
    var response = new DeliverResponse();
    response.setHeader(frame.answer("receipt", deliver.getHeader()));
    var type = deliver.getHeader().getMessageType();
    if (type.endsWith(".antwort")) {
      answered(deliver, response);
    } else if (type.endsWith(".rueckzug")) {
      withdrawn(deliver, response);
    } else {
      opened(deliver, response);
    }
    return response;
  }

  private void answered(Deliver deliver, DeliverResponse response) {
    var id = deliver.getHeader().getMessageId();
    var known =
        cases.once(
            deliver.getCase().getRequestId(),
            id,
            one -> one.answered(text(deliver), SoapData.files(deliver), room.next()));
    if (known) {
      response.setTaken(new EmptyType());
    } else {
      var later = new LaterType();
      later.setSeconds(ANSWER_SOON);
      response.setLater(later);
    }
  }

  private void withdrawn(Deliver deliver, DeliverResponse response) {
    var id = deliver.getHeader().getMessageId();
    cases.once(deliver.getCase().getRequestId(), id, one -> one.withdrawn(text(deliver)));
    response.setTaken(new EmptyType());
  }

  private static String text(Deliver deliver) {
    return SoapData.of(deliver).path("text").asString();
  }

  private void opened(Deliver deliver, DeliverResponse response) {
    var description = Json.mapper().createObjectNode();
    var about = deliver.getCase();
    description
        .putObject("envelope")
        .put("requestId", about.getRequestId())
        .put("submissionId", deliver.getHeader().getMessageId())
        .put("reference", about.getReference())
        .put("service", about.getService())
        .put("language", about.getLanguage())
        .put("receivedAt", about.getReceivedAt().toXMLFormat());
    description.put("office", about.getOffice());
    description.set("answers", SoapData.of(deliver));
    var one = Case.of(room.unit(), description, SoapData.files(deliver), room.next());
    var refusal = room.take(one);
    if (refusal.isPresent()) {
      var rejected = new RejectedType();
      rejected.setCode(refusal.get().code());
      rejected.setText(refusal.get().text());
      response.setRejected(rejected);
    } else {
      response.setTaken(new EmptyType());
    }
  }
}
