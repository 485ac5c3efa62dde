package ch.meinkonto.simulator.office;

import ch.meinkonto.contract.Document;
import ch.meinkonto.contract.Formal;
import ch.meinkonto.contract.Json;
import ch.meinkonto.contract.RequestState;
import ch.meinkonto.simulator.Disk;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** By events that the API gives to whoever asks, numbered in their order. */
final class RestCorrespondence implements Correspondence {

  private final Path folder;
  private final Switches switches;
  private final List<JsonNode> events = new ArrayList<>();

  RestCorrespondence(Path folder, Switches switches) {
    this.folder = folder;
    this.switches = switches;
    while (Files.exists(file(events.size() + 1))) {
      events.add(Json.mapper().readTree(file(events.size() + 1).toFile()));
    }
  }

  /** Some events after this number. */
  synchronized List<JsonNode> after(int number, int most) {
    return List.copyOf(
        events.subList(
            Math.clamp(number, 0, events.size()), Math.min(events.size(), number + most)));
  }

  /** A document of an event. */
  Optional<byte[]> find(String id) throws IOException {
    var file = document(id);
    return Files.exists(file) ? Optional.of(Files.readAllBytes(file)) : Optional.empty();
  }

  @Override
  public void state(Case one, RequestState state, @Nullable String text) {
    var event = event(one, "status");
    event.put(
        "status",
        switch (state) {
          case IN_PROGRESS -> "in-arbeit";
          case DECIDED -> "erledigt";
          default -> "abgelegt";
        });
    if (text != null) {
      event.put("text", text);
    }
    add(event);
  }

  @Override
  public void message(Case one, String text, List<Document> documents) {
    add(with(documents, one, event(one, "mitteilung").put("text", text)));
  }

  @Override
  public void deliver(Case one, Formal formal, String text, List<Document> documents) {
    var event = event(one, "zustellung").put("text", text).put("fiktion", formal.deemed());
    event.put(
        "was",
        switch (formal.kind()) {
          case DECISION -> "verfuegung";
          case SUMMONS -> "vorladung";
          case NOTICE -> "anzeige";
        });
    if (formal.days() != null) {
      event.put("tage", formal.days());
    }
    add(with(documents, one, event));
  }

  private ObjectNode with(List<Document> documents, Case one, ObjectNode event) {
    var list = event.putArray("dokumente");
    for (var document : documents) {
      var id = "%s-%d-%d".formatted(one.reference(), one.step(), list.size());
      Disk.write(document(id), document.bytes());
      list.addObject().put("id", id).put("name", document.name());
    }
    return event;
  }

  @Override
  public void ask(Case one, String text, boolean uploads) {
    add(event(one, "rueckfrage").put("text", text).put("dateien", uploads));
  }

  private static ObjectNode event(Case one, String kind) {
    return Json.mapper()
        .createObjectNode()
        .put("ereignis", Correspondence.name(one))
        .put("aktenzeichen", one.reference())
        .put("art", kind);
  }

  private synchronized void add(ObjectNode event) {
    if (!switches.on(Fault.DUPLICATE)
        && events.stream()
            .anyMatch(known -> known.path("ereignis").equals(event.path("ereignis")))) {
      return;
    }
    event.put("nr", events.size() + 1);
    Disk.write(file(events.size() + 1), Json.bytes(event));
    events.add(event);
  }

  private Path file(int number) {
    return folder.resolve(number + ".json");
  }

  private Path document(String id) {
    return folder.resolve("dokumente").resolve(id);
  }
}
