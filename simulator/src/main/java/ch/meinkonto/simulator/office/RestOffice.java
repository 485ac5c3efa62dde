package ch.meinkonto.simulator.office;

import static java.nio.charset.StandardCharsets.UTF_8;

import ch.meinkonto.contract.Json;
import ch.meinkonto.simulator.Disk;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A unit whose system of cases has an API of its own, with its own names for everything: what it
 * takes is in the city's templates.
 */
final class RestOffice implements Office {

  private final Room room;
  private final CaseFolder cases;
  private final CaseWork work;
  private final RestCorrespondence says;
  private final Path files;
  private final String token;

  RestOffice(Path folder, Room room) {
    this.room = room;
    this.cases = room.cases();
    this.files = folder.resolve("dateien");
    this.says = new RestCorrespondence(folder.resolve("ereignisse"), room.switches());
    this.work = room.work(says);
    this.token = Disk.secret(folder.resolve("token")); // the connector reads it there
  }

  boolean isLetIn(String authorization) {
    return MessageDigest.isEqual(
        authorization.getBytes(UTF_8), ("Bearer " + token).getBytes(UTF_8));
  }

  RestCorrespondence says() {
    return says;
  }

  @Override
  public Room room() {
    return room;
  }

  @Override
  public synchronized void work() {
    work.doWhatIsDue();
  }

  /** Keeps a file until a case or an answer names it; here only what it is. */
  synchronized void file(String id, String what) throws IOException {
    Files.createDirectories(files);
    Files.writeString(files.resolve(id), what);
  }

  /** Takes a case; why not, if it is turned down. */
  synchronized Optional<Scripts.Refusal> take(JsonNode body) {
    return room.take(Case.of(room.unit(), description(body), names(body), room.next()));
  }

  /** Takes a part of what another unit decides; it comes as the contract's JSON. */
  synchronized void copy(JsonNode body) {
    cases.add(Case.of(room.unit(), body, attached(body), room.next()));
  }

  /** How a formal delivery went; it comes as the contract's JSON, too. */
  synchronized void notice(String requestId, String submission, JsonNode body) {
    cases.once(requestId, submission, one -> one.noticed(body.at("/answers/outcome").asString("")));
  }

  /** Takes an answer; false if there is no such case. */
  synchronized boolean answer(String requestId, String submission, JsonNode body) {
    return cases.once(
        requestId,
        submission,
        one -> one.answered(body.path("text").asString(), names(body), room.next()));
  }

  /** The resident takes a case back. */
  synchronized void withdraw(String requestId, String submission, JsonNode body) {
    var text = body.path("text").asString(body.at("/answers/text").asString(""));
    cases.once(requestId, submission, one -> one.withdrawn(text));
  }

  private List<String> names(JsonNode body) {
    return StreamSupport.stream(body.path("dateien").spliterator(), false)
        .map(file -> read(files.resolve(file.asString())))
        .toList();
  }

  private List<String> attached(JsonNode body) {
    return StreamSupport.stream(body.path("attachments").spliterator(), false)
        .map(file -> read(files.resolve(file.path("id").asString())))
        .toList();
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What the office's clerks see is called as everywhere else here. */
  private static ObjectNode description(JsonNode body) {
    var description = Json.mapper().createObjectNode();
    description
        .putObject("envelope")
        .put("requestId", body.path("auftrag").asString())
        .put("submissionId", body.path("auftrag").asString())
        .put("reference", body.path("aktenzeichen").asString())
        .put("service", body.path("geschaeft").asString())
        .put("assurance", body.path("anmeldung").asString(""))
        .put("language", body.path("sprache").asString())
        .put("receivedAt", body.path("eingegangen").asString());
    description.set("answers", body.path("angaben"));
    return description;
  }
}
