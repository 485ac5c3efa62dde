package ch.meinkonto.connector.worklist;

import ch.meinkonto.connector.Target.Taken;
import ch.meinkonto.connector.handover.ForcedDisk;
import ch.meinkonto.connector.worklist.vault.VaultKey;
import ch.meinkonto.contract.Json;
import ch.meinkonto.contract.RequestId;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Looks into a worklist's store from outside, with its key. */
public record StoreReader(Path cases, Path key) {

  /** The store of a unit that says nothing about where it lies. */
  public static StoreReader of(Path data, String unit) {
    Path own = data.resolve("connector").resolve(unit);
    return new StoreReader(
        own.resolve("worklist").resolve("cases"), own.resolve("keys").resolve("worklist.key"));
  }

  /** All cases. */
  public List<Case> all() throws IOException {
    List<Case> all = new ArrayList<>();
    if (!Files.isDirectory(cases)) {
      return all;
    }
    try (Stream<Path> folders = Files.list(cases)) {
      for (Path folder :
          folders.filter(one -> !one.getFileName().toString().startsWith(".")).toList()) {
        RequestId id = RequestId.of(folder.getFileName().toString());
        all.add(new Case(id, open(id).read()));
      }
    }
    return all.stream().filter(one -> !one.entries().isEmpty()).toList();
  }

  private CaseFolder open(RequestId id) throws IOException {
    return CaseFolder.open(cases, id, VaultKey.read(key), new ForcedDisk());
  }

  /** The case of a reference. */
  public Optional<Case> find(String reference) throws IOException {
    return all().stream().filter(one -> one.reference().value().equals(reference)).findFirst();
  }

  /** All that came, in its order. */
  public List<Taken> taken() throws IOException {
    record Came(Case one, Entry.Received received) {}
    List<Came> came =
        all().stream()
            .flatMap(one -> one.received().map(received -> new Came(one, received)))
            .sorted(Comparator.comparing((Came one) -> one.received.at()))
            .toList();
    List<Taken> taken = new ArrayList<>();
    for (Came one : came) {
      taken.add(read(one.one, one.received));
    }
    return taken;
  }

  private Taken read(Case one, Entry.Received received) throws IOException {
    CaseFolder folder = open(one.id());
    List<byte[]> attachments = new ArrayList<>();
    for (int i = 0; i < received.files().size(); i++) {
      attachments.add(content(folder, "s-" + received.submission() + "-" + i));
    }
    Submission kept = Json.read(content(folder, "s-" + received.submission()), Submission.class);
    return new Taken(
        received.submission(),
        one.reference().value(),
        kept.answers() + " " + Json.write(kept.metadata()),
        attachments);
  }

  private static byte[] content(CaseFolder folder, String file) throws IOException {
    try (InputStream content = folder.open(file)) {
      return content.readAllBytes();
    }
  }
}
