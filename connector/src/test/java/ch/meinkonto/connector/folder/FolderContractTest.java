package ch.meinkonto.connector.folder;

import ch.meinkonto.connector.ChannelContract;
import ch.meinkonto.connector.Target;
import ch.meinkonto.connector.handover.Manifest;
import ch.meinkonto.contract.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

class FolderContractTest extends ChannelContract {

  @Override
  protected Target target() {
    return new FileSystemOffice(new Layout(root.resolve("data/fundbuero")));
  }

  @Override
  protected boolean isTheConnectors(Path file) {
    return super.isTheConnectors(file)
        && !file.startsWith(root.resolve("data/fundbuero/eingang"))
        && !file.startsWith(root.resolve("data/fundbuero/ausgang"));
  }

  /** A unit's system that looks into its folder. */
  private record FileSystemOffice(Layout layout) implements Target {

    @Override
    public String configuration() {
      return """
      channel: folder
      folder: ${DATA_DIR}/fundbuero
      settle: 50ms
      poll: 20ms
      """;
    }

    /** Down is: not mounted, and something else lies there. */
    @Override
    public void fault(Fault fault) throws IOException {
      Path hidden = layout.root().resolve("nicht-eingehaengt");
      if (fault == Fault.DOWN) {
        Files.move(layout.incoming(), hidden);
        Files.createFile(layout.incoming());
      } else {
        Files.delete(layout.incoming());
        Files.move(hidden, layout.incoming());
      }
    }

    @Override
    public List<Taken> taken() throws IOException {
      List<Path> folders = new ArrayList<>();
      for (Path request : list(layout.incoming())) {
        folders.add(request);
        list(request).stream()
            .filter(
                path -> path.getFileName().toString().matches("antwort-.*|rueckzug|zustellung-.*"))
            .forEach(folders::add);
      }
      List<Taken> taken = new ArrayList<>();
      for (Path folder : folders) {
        taken.add(read(folder));
      }
      return taken;
    }

    private static Taken read(Path folder) throws IOException {
      Manifest manifest =
          Manifest.read(Files.readAllBytes(folder.resolve(Manifest.NAME))).orElseThrow();
      List<byte[]> attachments = new ArrayList<>();
      for (Path file : list(folder.resolve("anhang"))) {
        attachments.add(Files.readAllBytes(file));
      }
      String name = manifest.files().getFirst().name();
      return new Taken(
          manifest.submissionId(),
          manifest.reference().value(),
          Files.readString(folder.resolve(name)),
          attachments);
    }

    private static List<Path> list(Path folder) throws IOException {
      if (!Files.isDirectory(folder)) {
        return List.of();
      }
      try (Stream<Path> files = Files.list(folder)) {
        return files
            .filter(file -> !file.getFileName().toString().startsWith("."))
            .sorted(Comparator.comparing(Path::toString))
            .toList();
      }
    }

    @Override
    public void say(String name, Map<String, Object> word, Map<String, byte[]> documents)
        throws IOException {
      for (Map.Entry<String, byte[]> document : documents.entrySet()) {
        Files.write(layout.outgoing().resolve(document.getKey()), document.getValue());
      }
      Path part = layout.outgoing().resolve(name + ".part");
      Files.writeString(part, Json.write(word));
      Files.move(
          part, layout.outgoing().resolve(name + ".json"), StandardCopyOption.REPLACE_EXISTING);
    }

    @Override
    public void babble(String name) throws IOException {
      Files.writeString(layout.outgoing().resolve(name + ".json"), "{ unsinn");
    }

    @Override
    public List<String> complaints() throws IOException {
      List<String> reasons = new ArrayList<>();
      for (Path file : list(layout.failed())) {
        if (file.toString().endsWith(".grund.txt")) {
          reasons.add(Files.readString(file));
        }
      }
      return reasons;
    }

    @Override
    public void close() {}
  }
}
