package ch.meinkonto.simulator.office;

import ch.meinkonto.contract.Json;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.apache.qpid.protonj2.client.Client;
import org.apache.qpid.protonj2.client.Message;
import org.apache.qpid.protonj2.client.ReceiverOptions;
import org.apache.qpid.protonj2.client.exceptions.ClientException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.w3c.dom.Element;
import org.xml.sax.SAXException;
import tools.jackson.databind.node.ObjectNode;

/** A unit whose system reads XML from a queue, and puts its answers into another. */
final class AmqpOffice implements Office {

  private static final Logger log = LoggerFactory.getLogger(AmqpOffice.class);

  private static final String ATTACHMENT = "beilage";

  private final AmqpBroker broker;
  private final Room room;
  private final CaseFolder cases;
  private final CaseWork work;
  private final Path files;
  private final String queue;

  AmqpOffice(AmqpBroker broker, Path folder, Room room) {
    this.broker = broker;
    this.room = room;
    this.cases = room.cases();
    this.files = folder.resolve("dateien");
    this.queue = room.unit() + ".antraege";
    var answers = room.unit() + ".meldungen";
    broker.queues(queue, answers, room.unit() + ".fehler");
    this.work = room.work(new AmqpCorrespondence(broker, answers, room.switches()));
  }

  @Override
  public Room room() {
    return room;
  }

  /** Nobody can reject by a queue. */
  @Override
  public Set<Fault> faults() {
    return EnumSet.complementOf(EnumSet.of(Fault.REJECTING));
  }

  /** The broker goes away with it, also for others. */
  @Override
  public void switched() {
    broker.keepDown(room.unit(), room.switches().on(Fault.DOWN));
  }

  @Override
  public synchronized void work() {
    work.doWhatIsDue();
  }

  @Override
  public void receive() {
    while (!Thread.currentThread().isInterrupted()) {
      try (var client = Client.create();
          var connection = broker.connect(client);
          var receiver = connection.openReceiver(queue, new ReceiverOptions().autoAccept(false))) {
        while (true) {
          var delivery = receiver.receive(1, TimeUnit.MINUTES);
          if (delivery != null) {
            room.switches().keepWaiting(Duration.ZERO);
            take(delivery.message());
            delivery.accept();
          }
        }
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      } catch (ClientException | IOException | RuntimeException e) {
        log.warn("{} reads its queue again soon ({})", room.unit(), e.getClass().getSimpleName());
        LockSupport.parkNanos(Duration.ofSeconds(1).toNanos());
      }
    }
  }

  /** Attachments come before what they belong to. */
  private synchronized void take(Message<byte[]> message) throws ClientException, IOException {
    var submission = String.valueOf(message.property("submission"));
    switch (String.valueOf(message.property("kind"))) {
      case "attachment" -> file(submission, message);
      case "withdrawal" -> withdrawal(submission, xml(message.body()));
      case "answer" -> answer(submission, xml(message.body()));
      default -> request(submission, message);
    }
  }

  private void file(String submission, Message<byte[]> message)
      throws ClientException, IOException {
    Files.createDirectories(files);
    Files.writeString(
        files.resolve(submission + "-" + message.property("number")),
        "%s, %d Bytes".formatted(message.contentType(), message.body().length));
  }

  private List<String> files(String submission, Element body) throws IOException {
    var names = body.getElementsByTagName(ATTACHMENT);
    var all = new ArrayList<String>();
    for (var i = 0; i < names.getLength(); i++) {
      var what = Files.readString(files.resolve(submission + "-" + (i + 1)));
      all.add("%s (%s)".formatted(names.item(i).getTextContent(), what));
    }
    return all;
  }

  /** What the broker gives out again, because it was not settled, did not come twice. */
  private void request(String submission, Message<byte[]> message)
      throws ClientException, IOException {
    var body = xml(message.body());
    var one = Case.of(room.unit(), description(body), files(submission, body), room.next());
    if (message.deliveryCount() > 0) {
      cases.add(one);
    } else {
      cases.addOnce(one);
    }
  }

  private void answer(String submission, Element body) throws IOException {
    var attachments = files(submission, body);
    var known =
        cases.once(
            body.getAttribute("auftrag"),
            submission,
            one -> one.answered(text(body), attachments, room.next()));
    if (!known) {
      throw new IOException("An answer to no case");
    }
  }

  private void withdrawal(String submission, Element body) {
    cases.once(body.getAttribute("auftrag"), submission, one -> one.withdrawn(text(body)));
  }

  private static String text(Element body) {
    var texts = body.getElementsByTagName("text");
    return texts.getLength() == 0 ? "" : texts.item(0).getTextContent();
  }

  /** What the office's clerks see is called as everywhere else here. */
  private static ObjectNode description(Element body) {
    var description = Json.mapper().createObjectNode();
    description
        .putObject("envelope")
        .put("requestId", body.getAttribute("auftrag"))
        .put("submissionId", body.getAttribute("auftrag"))
        .put("reference", body.getAttribute("aktenzeichen"))
        .put("service", body.getAttribute("geschaeft"))
        .put("assurance", body.getAttribute("anmeldung"))
        .put("language", body.getAttribute("sprache"))
        .put("receivedAt", body.getAttribute("eingegangen"));
    var answers = description.putObject("answers");
    for (var child = body.getFirstChild(); child != null; child = child.getNextSibling()) {
      if (child instanceof Element element && !element.getTagName().equals(ATTACHMENT)) {
        answers.put(element.getTagName(), element.getTextContent());
      }
    }
    return description;
  }

  private static Element xml(byte[] body) throws IOException {
    try {
      var factory = DocumentBuilderFactory.newDefaultNSInstance();
      factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
      factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
      return factory
          .newDocumentBuilder()
          .parse(new ByteArrayInputStream(body))
          .getDocumentElement();
    } catch (SAXException | ParserConfigurationException e) {
      throw new IOException(e);
    }
  }
}
