package ch.meinkonto.simulator.office;

import static java.nio.charset.StandardCharsets.UTF_8;

import ch.meinkonto.contract.Document;
import ch.meinkonto.contract.Json;
import ch.meinkonto.contract.RequestState;
import ch.meinkonto.contract.UnitEvent.ListPosition.Place;
import ch.meinkonto.simulator.Disk;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** By files that the connector picks up. */
record FolderCorrespondence(Path outgoing) implements Correspondence {

  @Override
  public void state(Case one, RequestState state, @Nullable String text) {
    drop(one, JsonWord.state(one, state, text));
  }

  @Override
  public void message(Case one, String text, List<Document> documents) {
    var names = new ArrayList<String>();
    for (var document : documents) {
      var name = one.reference() + "-" + document.name();
      Disk.write(outgoing.resolve(name), document.bytes());
      names.add(name);
    }
    drop(one, JsonWord.message(one, text, names));
  }

  @Override
  public void ask(Case one, String text, boolean uploads) {
    drop(one, JsonWord.question(one, text, uploads));
  }

  @Override
  public void ask(Case one, String text, JsonNode fields) {
    drop(one, JsonWord.question(one, text, fields));
  }

  @Override
  public void place(Case one, List<Place> places) {
    drop(one, JsonWord.position(one, places));
  }

  @Override
  public void nonsense(Case one) {
    Disk.write(
        outgoing.resolve(Correspondence.name(one) + "-unlesbar.json"),
        "{ unlesbar".getBytes(UTF_8));
  }

  private void drop(Case one, ObjectNode word) {
    Disk.write(outgoing.resolve(Correspondence.name(one) + ".json"), Json.bytes(word));
  }
}
