package ch.meinkonto.connector.worklist;

import ch.meinkonto.connector.ChannelContract;
import ch.meinkonto.connector.Samples;
import ch.meinkonto.connector.Target;
import ch.meinkonto.connector.worklist.clerk.Badge;
import ch.meinkonto.connector.worklist.clerk.Role;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The system is the worklist's own store, and a clerk who speaks through its pages. */
class WorklistContractTest extends ChannelContract {

  private static final String PORT = "connector.worklist-port";

  @Override
  protected Target target() throws IOException {
    try (ServerSocket free = new ServerSocket(0)) {
      System.setProperty(PORT, String.valueOf(free.getLocalPort()));
      return new Desk(root.resolve("data"), free.getLocalPort());
    }
  }

  private static final class Desk implements Target {

    private final Path data;
    private final int port;
    private final StoreReader store;
    private final List<String> complaints = new ArrayList<>();
    private @Nullable Browser clerk;

    Desk(Path data, int port) {
      this.data = data;
      this.port = port;
      this.store = StoreReader.of(data, Samples.UNIT);
    }

    @Override
    public String configuration() {
      return """
      channel: worklist
      """;
    }

    /** Down is: not mounted, and something else lies there. */
    @Override
    public void fault(Fault fault) throws IOException {
      Path hidden = store.cases().resolveSibling("nicht-eingehaengt");
      if (fault == Fault.DOWN) {
        Files.move(store.cases(), hidden);
        Files.createFile(store.cases());
      } else {
        Files.delete(store.cases());
        Files.move(hidden, store.cases());
      }
    }

    @Override
    public List<Taken> taken() throws IOException {
      return store.taken();
    }

    private Browser clerk() {
      if (clerk == null) {
        Path clerks = data.resolve("connector/clerks");
        clerk = Browser.of(port, Badge.of(clerks, Samples.UNIT, "anna", "Anna", Role.CLERK));
      }
      return clerk;
    }

    @Override
    public void say(String name, Map<String, Object> word, Map<String, byte[]> documents)
        throws IOException {
      Optional<Case> one = store.find(String.valueOf(word.get("reference")));
      String path =
          "/faelle/" + one.map(Case::id).map(Object::toString).orElse(UUID.randomUUID().toString());
      HttpResponse<String> page = clerk().get(path);
      clerk().post(path + "/uebernehmen", Map.of(), page);
      page = clerk().get(path);
      if (page.statusCode() != 200) {
        complaints.add(page.body());
        return;
      }
      Map<String, String> fields = new HashMap<>();
      fields.put("wort", UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)).toString());
      fields.put("text", String.valueOf(word.getOrDefault("text", "")));
      fields.put("tun", "senden");
      switch (String.valueOf(word.get("kind"))) {
        case "message" -> {
          if (word.containsKey("formal")) {
            fields.put("art", String.valueOf(word.get("formal")));
            fields.put("tage", String.valueOf(word.get("days")));
            fields.put("gilt", "ja");
          }
          clerk().upload(path + "/nachricht", fields, documents, page);
        }
        case "question" -> {
          if (Boolean.TRUE.equals(word.get("uploads"))) {
            fields.put("dateien", "ja");
          }
          clerk().post(path + "/frage", fields, page);
        }
        default -> {
          fields.put("stand", String.valueOf(word.get("state")));
          clerk().post(path + "/stand", fields, page);
        }
      }
    }

    @Override
    public void babble(String name) throws IOException {
      Case one = store.all().getFirst();
      HttpResponse<String> page = clerk().get("/faelle/" + one.id());
      HttpResponse<String> answer =
          clerk().post("/faelle/" + one.id() + "/frage", Map.of("unsinn", name), page);
      if (answer.statusCode() == 400) {
        complaints.add(answer.body());
      }
    }

    @Override
    public List<String> complaints() {
      return complaints;
    }

    @Override
    public void close() {
      System.clearProperty(PORT);
      if (clerk != null) {
        clerk.close();
      }
    }
  }
}
