package ch.meinkonto.connector.folder;

import static org.assertj.core.api.Assertions.assertThat;

import ch.meinkonto.connector.files.Acknowledgements;
import ch.meinkonto.connector.files.Inbox;
import ch.meinkonto.connector.handover.Bundle;
import ch.meinkonto.connector.handover.Disk;
import ch.meinkonto.connector.handover.Hash;
import ch.meinkonto.connector.handover.Ledger;
import ch.meinkonto.connector.handover.Manifest;
import ch.meinkonto.connector.mapping.Mappings;
import ch.meinkonto.connector.paper.Labels;
import ch.meinkonto.connector.paper.Paper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** A unit's folder in a test, and the looks that its system takes at it. */
final class Rig {

  final Layout layout;

  Rig(Path root) throws IOException {
    layout = new Layout(root);
    Files.createDirectories(layout.own());
    Files.createDirectories(layout.incoming());
    Files.createDirectories(layout.done());
    Files.createDirectories(layout.failed());
  }

  /** The inbox of a program that has just started. */
  Inbox start(Disk disk) throws IOException {
    Inbox inbox =
        new Inbox(
            "fundbuero",
            new LocalFolder(layout.root(), disk),
            ledger(disk),
            new Bundle(new Paper(new Labels("http://none")), Mappings.none()),
            Acknowledgements.NONE_NEEDED);
    inbox.recover();
    return inbox;
  }

  Ledger ledger(Disk disk) throws IOException {
    return Ledger.open(layout.own().resolve("handed-over.jsonl"), disk);
  }

  /** The folders that can be seen; each has to be complete. */
  List<String> visible() throws IOException {
    List<String> names = names(layout.incoming()).filter(name -> !name.startsWith(".")).toList();
    for (String name : names) {
      assertComplete(layout.incoming().resolve(name));
    }
    return names;
  }

  static void assertComplete(Path folder) throws IOException {
    Manifest manifest =
        Manifest.read(Files.readAllBytes(folder.resolve(Manifest.NAME))).orElseThrow();
    for (Manifest.Entry file : manifest.files()) {
      byte[] content = Files.readAllBytes(folder.resolve(file.name()));
      assertThat(content).hasSize((int) file.size());
      assertThat(Hash.of(content)).isEqualTo(file.sha256());
    }
  }

  static Stream<String> names(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> String.valueOf(file.getFileName())).sorted().toList().stream();
    }
  }
}
