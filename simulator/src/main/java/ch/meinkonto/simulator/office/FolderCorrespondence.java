package ch.meinkonto.simulator.office;

import ch.meinkonto.contract.Document;
import ch.meinkonto.contract.Json;
import ch.meinkonto.contract.RequestState;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
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
      write(outgoing.resolve(name), document.bytes());
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
    write(
        outgoing.resolve("%s-%02d.json".formatted(one.reference(), one.step())),
        Json.mapper().writeValueAsBytes(letter));
  }

  private void write(Path file, byte[] content) {
    try {
      Files.createDirectories(outgoing);
      var part = file.resolveSibling(file.getFileName() + ".part");
      Files.write(part, content);
      Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
