package ch.meinkonto.connector.worklist;

import ch.meinkonto.connector.handover.Content;
import ch.meinkonto.connector.handover.Disk;
import ch.meinkonto.connector.worklist.vault.Tampered;
import ch.meinkonto.connector.worklist.vault.VaultKey;
import ch.meinkonto.contract.Json;
import ch.meinkonto.contract.RequestId;
import ch.meinkonto.contract.SubmissionId;
import ch.meinkonto.contract.SubmissionKind;
import ch.meinkonto.unit.ReceivedRequest;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;

/**
 * A unit's cases on the disk. Each step is safe when it returns; what the list needs is held in
 * memory, what residents wrote is not.
 */
final class CaseStore {

  private static final Logger log = LoggerFactory.getLogger(CaseStore.class);

  /** What came of storing a submission. */
  enum Taken {
    NOW,
    BEFORE,
    /** Its case has been erased. */
    TOO_LATE
  }

  private final Path cases;
  private final VaultKey vault;
  private final Disk disk;
  private final Erasures erasures;
  private final Map<RequestId, Row> rows = new LinkedHashMap<>();
  private boolean closed;

  private CaseStore(Path cases, VaultKey vault, Disk disk, Erasures erasures) {
    this.cases = cases;
    this.vault = vault;
    this.disk = disk;
    this.erasures = erasures;
  }

  /** Opens the store, and finishes what a crash interrupted. */
  static CaseStore open(Path root, VaultKey vault, Disk disk) throws IOException {
    Path cases = root.resolve("cases");
    disk.createFolder(cases);
    disk.force(root);
    CaseStore store =
        new CaseStore(cases, vault, disk, Erasures.open(root.resolve("erased.jsonl"), disk));
    store.recover();
    return store;
  }

  private void recover() throws IOException {
    for (RequestId id : erasures.all()) {
      if (CaseFolder.exists(cases, id)) {
        CaseFolder.erase(cases, id, disk);
      }
    }
    List<RequestId> found = new ArrayList<>();
    try (Stream<Path> folders = Files.list(cases)) {
      for (Path folder : folders.toList()) {
        String name = String.valueOf(folder.getFileName());
        if (name.endsWith(".part")) {
          disk.deleteTree(folder);
        } else {
          found.add(RequestId.of(name));
        }
      }
    }
    for (RequestId id : found) {
      load(id);
    }
  }

  /** One damaged case must not hide the others. */
  private void load(RequestId id) throws IOException {
    try {
      show(new Case(id, CaseFolder.open(cases, id, vault, disk).read()));
    } catch (Tampered e) {
      log.error(
          "{}: {}; restore this case, or the key that it was sealed with", cases, e.getMessage());
    }
  }

  private void show(Case one) {
    if (!one.entries().isEmpty()) {
      rows.put(one.id(), one.row());
    }
  }

  /** Keeps a submission; a second time nothing happens. */
  synchronized Taken take(ReceivedRequest request, JsonNode schema, Instant now)
      throws IOException {
    checkOpen();
    RequestId id = request.requestId();
    if (erasures.contains(id)) {
      return request.envelope().kind() == SubmissionKind.ANSWER ? Taken.TOO_LATE : Taken.BEFORE;
    }
    CaseFolder folder =
        CaseFolder.exists(cases, id)
            ? CaseFolder.open(cases, id, vault, disk)
            : CaseFolder.make(cases, id, vault, disk);
    Case known = new Case(id, folder.read());
    if (known.received(request.id()).isPresent()) {
      return Taken.BEFORE;
    }
    for (int i = 0; i < request.attachments().size(); i++) {
      folder.write(attachment(request.id(), i), Content.of(request.attachments().get(i)));
    }
    folder.write(submission(request.id()), Content.of(Json.bytes(Submission.of(request, schema))));
    folder.force();
    add(folder, known, received(request, schema, now));
    return Taken.NOW;
  }

  private static Entry received(ReceivedRequest request, JsonNode schema, Instant now) {
    return new Entry.Received(
        now,
        request.id(),
        request.envelope().kind(),
        request.envelope().subject() != null,
        request.envelope().reference(),
        request.envelope().service(),
        schema.path("title").asString(request.envelope().service()),
        request.envelope().receivedAt(),
        request.attachments().stream()
            .map(one -> new Entry.File(one.about().fileName(), one.about().mediaType(), one.size()))
            .toList());
  }

  private void add(CaseFolder folder, Case known, Entry entry) throws IOException {
    folder.append(known.entries().size(), entry);
    show(known.with(entry));
  }

  private static String attachment(SubmissionId submission, int number) {
    return "s-" + submission + "-" + number;
  }

  private static String submission(SubmissionId submission) {
    return "s-" + submission;
  }

  private static String document(UUID id) {
    return "d-" + id;
  }

  /** All cases, in no order. */
  synchronized List<Row> rows() {
    return List.copyOf(rows.values());
  }

  synchronized Optional<Case> find(RequestId id) throws IOException {
    return rows.containsKey(id)
        ? Optional.of(new Case(id, CaseFolder.open(cases, id, vault, disk).read()))
        : Optional.empty();
  }

  /**
   * Something happens to a case, unless it has changed so that it cannot.
   *
   * @param change looks at the case as it is now, and throws if it cannot be
   */
  synchronized Case change(RequestId id, UnaryOperator<Case> change) throws IOException {
    checkOpen();
    CaseFolder folder = CaseFolder.open(cases, id, vault, disk);
    Case before = new Case(id, folder.read());
    Case after = change.apply(before);
    for (int i = before.entries().size(); i < after.entries().size(); i++) {
      folder.append(i, after.entries().get(i));
    }
    show(after);
    return after;
  }

  /** Keeps a document; it counts when it is named in what somebody says. */
  synchronized void write(RequestId id, UUID document, byte[] content) throws IOException {
    checkOpen();
    CaseFolder folder = CaseFolder.open(cases, id, vault, disk);
    folder.write(document(document), Content.of(content));
    folder.force();
  }

  InputStream document(RequestId id, UUID document) throws IOException {
    return CaseFolder.open(cases, id, vault, disk).open(document(document));
  }

  InputStream attachment(RequestId id, SubmissionId submission, int number) throws IOException {
    return CaseFolder.open(cases, id, vault, disk).open(attachment(submission, number));
  }

  Submission submission(RequestId id, SubmissionId submission) throws IOException {
    try (InputStream file = CaseFolder.open(cases, id, vault, disk).open(submission(submission))) {
      return Json.read(file.readAllBytes(), Submission.class);
    }
  }

  /**
   * Erases a case for good: noted first, so that it neither half remains nor comes again.
   *
   * @param erasable whether it may be, as it is now
   * @return whether it was
   */
  synchronized boolean erase(RequestId id, Predicate<Row> erasable, Instant now)
      throws IOException {
    checkOpen();
    Row row = rows.get(id);
    if (row == null || !erasable.test(row)) {
      return false;
    }
    erasures.add(id, now);
    rows.remove(id);
    CaseFolder.erase(cases, id, disk);
    return true;
  }

  private void checkOpen() throws IOException {
    if (closed) {
      throw new IOException("these cases are no longer kept here");
    }
  }

  /** Waits for what is being written; then the folder is another's, who would not see more. */
  synchronized void close() {
    closed = true;
  }
}
