package ch.meinkonto.simulator.office;

import static java.nio.charset.StandardCharsets.UTF_8;

import ch.meinkonto.contract.Document;
import ch.meinkonto.contract.Json;
import ch.meinkonto.contract.RequestState;
import ch.meinkonto.simulator.Disk;
import ch.meinkonto.simulator.soap.exchange.DocumentType;
import ch.meinkonto.simulator.soap.exchange.MessageType;
import ch.meinkonto.simulator.soap.exchange.QuestionType;
import ch.meinkonto.simulator.soap.exchange.StateType;
import ch.meinkonto.simulator.soap.exchange.WordType;
import jakarta.activation.DataHandler;
import jakarta.mail.util.ByteArrayDataSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What an office has to say, until it is confirmed; a file each. */
final class SoapOutbox implements Correspondence {

  private static final Logger log = LoggerFactory.getLogger(SoapOutbox.class);

  /** A word as it lies there. */
  private record Posted(
      String messageId,
      String reference,
      String kind,
      @Nullable String text,
      @Nullable String state,
      boolean uploads,
      List<Document> documents) {}

  private final Path waiting;
  private final Path done;
  private final SoapFrame frame;
  private final Switches switches;

  SoapOutbox(Path folder, SoapFrame frame, Switches switches) {
    this.waiting = folder.resolve("wartet");
    this.done = folder.resolve("bestaetigt");
    this.frame = frame;
    this.switches = switches;
    try {
      Files.createDirectories(waiting);
      Files.createDirectories(done);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void state(Case one, RequestState state, @Nullable String text) {
    post(one, "state", text, state.code(), false, List.of());
  }

  @Override
  public void message(Case one, String text, List<Document> documents) {
    post(one, "message", text, null, false, documents);
  }

  @Override
  public void ask(Case one, String text, boolean uploads) {
    post(one, "question", text, null, uploads, List.of());
  }

  /** The name is made from case and step: saying it twice is saying it once. */
  private void post(
      Case one,
      String kind,
      @Nullable String text,
      @Nullable String state,
      boolean uploads,
      List<Document> documents) {
    var name = Correspondence.name(one);
    if (!switches.on(Fault.DUPLICATE) && Files.exists(done.resolve(name + ".json"))) {
      return;
    }
    var id = UUID.nameUUIDFromBytes((one.requestId() + " " + one.step()).getBytes(UTF_8));
    var posted = new Posted(id.toString(), one.reference(), kind, text, state, uploads, documents);
    Disk.write(waiting.resolve(name + ".json"), Json.bytes(posted));
  }

  /** What was not confirmed yet, in the order of each case, if nothing is wrong with it. */
  List<WordType> waiting(int most) {
    var files = switches.on(Fault.OUT_OF_ORDER) ? files().reversed() : files();
    return files.stream().limit(most).map(SoapOutbox::read).map(this::word).toList();
  }

  /** It does not come again. */
  void confirmed(String messageId, Optional<String> reason) {
    for (var file : files()) {
      if (read(file).messageId().equals(messageId)) {
        reason.ifPresent(why -> log.warn("{} was not sent: {}", file.getFileName(), why));
        try {
          Files.move(file, done.resolve(file.getFileName()), StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
          throw new UncheckedIOException(e);
        }
      }
    }
  }

  private List<Path> files() {
    try (var files = Files.list(waiting)) {
      return files.filter(file -> file.toString().endsWith(".json")).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Posted read(Path file) {
    return Json.mapper().readValue(file.toFile(), Posted.class);
  }

  private WordType word(Posted posted) {
    var word = new WordType();
    word.setHeader(frame.word(posted.messageId(), posted.kind()));
    word.setReference(posted.reference());
    switch (posted.kind()) {
      case "message" -> word.setMessage(message(posted));
      case "question" -> {
        var question = new QuestionType();
        question.setText(posted.text());
        question.setUploads(posted.uploads());
        word.setQuestion(question);
      }
      default -> {
        var state = new StateType();
        state.setState(posted.state());
        state.setText(posted.text());
        word.setState(state);
      }
    }
    return word;
  }

  private static MessageType message(Posted posted) {
    var message = new MessageType();
    message.setText(posted.text());
    for (var one : posted.documents()) {
      var document = new DocumentType();
      document.setName(one.name());
      document.setContent(
          new DataHandler(new ByteArrayDataSource(one.bytes(), "application/octet-stream")));
      message.getDocument().add(document);
    }
    return message;
  }
}
