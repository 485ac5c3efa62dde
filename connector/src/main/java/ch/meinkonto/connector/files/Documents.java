package ch.meinkonto.connector.files;

import ch.meinkonto.connector.handover.MediaTypes;
import ch.meinkonto.connector.handover.Unusable;
import ch.meinkonto.contract.Document;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/** Finds the documents that a word names: in {@code ausgang}, complete, and not too large. */
final class Documents {

  static final int LARGEST_TOGETHER = 10 * 1024 * 1024;

  private final Store store;
  private final Settled settled;

  Documents(Store store, Settled settled) {
    this.store = store;
    this.settled = settled;
  }

  /** The files of these names. */
  static List<String> find(List<String> names) throws Unusable {
    List<String> files = new ArrayList<>();
    for (String name : names) {
      files.add(path(name));
    }
    return files;
  }

  private static String path(String name) throws Unusable {
    if (name.codePoints().anyMatch(Character::isISOControl)) {
      throw new Unusable("«%s» ist kein Dateiname.".formatted(name.strip()));
    }
    String written = name.replace('\\', '/');
    Deque<String> steps = new ArrayDeque<>();
    boolean inside = !written.startsWith("/");
    for (String step : written.split("/", -1)) {
      switch (step) {
        case "", "." -> {}
        case ".." -> inside &= steps.pollLast() != null;
        default -> steps.add(step);
      }
    }
    if (!inside || steps.isEmpty()) {
      throw new Unusable("Das Dokument «%s» liegt nicht im Ordner ausgang.".formatted(name));
    }
    return Names.OUTGOING + "/" + String.join("/", steps);
  }

  /** Whether they are all there, as far as one can see. */
  boolean areThere(List<String> files) throws IOException {
    for (String file : files) {
      if (!store.exists(file)) {
        return false;
      }
    }
    return true;
  }

  /** Whether one of them is still being written. */
  boolean areGrowing(List<String> files) throws IOException {
    boolean growing = false;
    for (String file : files) {
      Optional<Store.Entry> entry = store.find(file);
      growing |= entry.isPresent() && !settled.isSettled(file, entry.get());
    }
    return growing;
  }

  /** Their contents. */
  List<byte[]> read(List<String> files) throws Unusable, IOException {
    int left = LARGEST_TOGETHER;
    List<byte[]> contents = new ArrayList<>();
    for (String file : files) {
      byte[] content = read(file, left);
      left -= content.length;
      if (left < 0) {
        throw new Unusable("Die Dokumente sind zusammen grösser als 10 MB.");
      }
      contents.add(content);
    }
    return contents;
  }

  private byte[] read(String file, int most) throws Unusable, IOException {
    if (store.find(file).filter(entry -> entry.kind() == Store.Kind.FILE).isEmpty()) {
      throw new Unusable("Das Dokument «%s» fehlt.".formatted(Names.last(file)));
    }
    try {
      return store.read(file, most);
    } catch (AccessDeniedException e) {
      throw new Unusable("Das Dokument «%s» lässt sich nicht lesen.".formatted(Names.last(file)));
    }
  }

  static List<Document> documents(List<String> files, List<byte[]> contents) {
    List<Document> documents = new ArrayList<>();
    for (int i = 0; i < files.size(); i++) {
      String name = Names.last(files.get(i));
      documents.add(Document.of(name, MediaTypes.of(name), contents.get(i)));
    }
    return documents;
  }
}
