package ch.meinkonto.simulator.office;

import ch.meinkonto.contract.Document;
import ch.meinkonto.contract.Json;
import ch.meinkonto.contract.RequestState;
import ch.meinkonto.simulator.Disk;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** By files that the connector picks up. */
record FolderCorrespondence(Path outgoing) implements Correspondence {

  @Override
  public void state(Case one, RequestState state, @Nullable String text) {
    var letter = letter(one, "state").put("state", state.code());
    if (text != null) {
      letter.put("text", text);
    }
    drop(one, letter);
  }

  @Override
  public void message(Case one, String text, List<Document> documents) {
    var letter = letter(one, "message").put("text", text);
    var names = letter.putArray("documents");
    for (var document : documents) {
      var name = one.reference() + "-" + document.name();
      Disk.write(outgoing.resolve(name), document.bytes());
      names.add(name);
    }
    drop(one, letter);
  }

  @Override
  public void ask(Case one, String text, boolean uploads) {
    drop(one, letter(one, "question").put("text", text).put("uploads", uploads));
  }

  private static ObjectNode letter(Case one, String kind) {
    return Json.mapper().createObjectNode().put("reference", one.reference()).put("kind", kind);
  }

  private void drop(Case one, ObjectNode letter) {
    Disk.write(
        outgoing.resolve("%s-%02d.json".formatted(one.reference(), one.step())),
        Json.mapper().writeValueAsBytes(letter));
  }
}
