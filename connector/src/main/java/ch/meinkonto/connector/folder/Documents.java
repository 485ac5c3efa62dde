package ch.meinkonto.connector.folder;

import ch.meinkonto.connector.handover.MediaTypes;
import ch.meinkonto.connector.handover.Unusable;
import ch.meinkonto.contract.Document;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Finds the documents that a word names: in {@code ausgang}, complete, and not too large. */
final class Documents {

  static final long LARGEST_TOGETHER = 10L * 1024 * 1024;

  private final Layout layout;
  private final Clock clock;
  private final Duration settle;

  Documents(Layout layout, Clock clock, Duration settle) {
    this.layout = layout;
    this.clock = clock;
    this.settle = settle;
  }

  /** The files of these names. */
  List<Path> find(List<String> names) throws Unusable {
    List<Path> files = new ArrayList<>();
    for (String name : names) {
      files.add(path(name));
    }
    return files;
  }

  private Path path(String name) throws Unusable {
    try {
      Path relative = Path.of(name.replace('\\', '/'));
      Path file = layout.outgoing().resolve(relative).normalize();
      if (!name.isBlank() && !relative.isAbsolute() && file.startsWith(layout.outgoing())) {
        return file;
      }
    } catch (InvalidPathException e) {
      throw new Unusable("«%s» ist kein Dateiname.".formatted(name));
    }
    throw new Unusable("Das Dokument «%s» liegt nicht im Ordner ausgang.".formatted(name));
  }

  /** Whether one of them is still being written. */
  boolean areGrowing(List<Path> files) throws IOException {
    for (Path file : files) {
      if (Files.exists(file)
          && Files.getLastModifiedTime(file).toInstant().isAfter(clock.instant().minus(settle))) {
        return true;
      }
    }
    return false;
  }

  /** Their contents. */
  List<byte[]> read(List<Path> files) throws Unusable, IOException {
    long total = 0;
    for (Path file : files) {
      if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS) || isOutside(file)) {
        throw new Unusable("Das Dokument «%s» fehlt.".formatted(file.getFileName()));
      }
      if (!Files.isReadable(file)) {
        throw new Unusable(
            "Das Dokument «%s» lässt sich nicht lesen.".formatted(file.getFileName()));
      }
      total += Files.size(file);
    }
    if (total > LARGEST_TOGETHER) {
      throw new Unusable("Die Dokumente sind zusammen grösser als 10 MB.");
    }
    List<byte[]> contents = new ArrayList<>();
    for (Path file : files) {
      contents.add(Files.readAllBytes(file));
    }
    return contents;
  }

  private boolean isOutside(Path file) throws IOException {
    return !file.toRealPath().startsWith(layout.outgoing().toRealPath());
  }

  static List<Document> documents(List<Path> files, List<byte[]> contents) {
    List<Document> documents = new ArrayList<>();
    for (int i = 0; i < files.size(); i++) {
      String name = Objects.requireNonNull(files.get(i).getFileName()).toString();
      documents.add(Document.of(name, MediaTypes.of(name), contents.get(i)));
    }
    return documents;
  }
}
