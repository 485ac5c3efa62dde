package ch.meinkonto.form;

import java.nio.BufferUnderflowException;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * Carries from one page to the next which files were not taken: in the address, under the draft’s
 * key. A file’s name often tells about a person, so neither logs nor histories learn it, and nobody
 * else can put words on the page.
 */
@Component
class RefusedFiles {

  static final String PARAMETER = "abgelehnt";

  /** More fit into no address. */
  private static final int MOST = 5;

  private static final TypeReference<List<RefusedFile>> LIST = new TypeReference<>() {};

  private final JsonMapper json;

  RefusedFiles(JsonMapper json) {
    this.json = json;
  }

  String sealed(Draft draft, List<RefusedFile> files) {
    var plain = json.writeValueAsBytes(files.stream().limit(MOST).toList());
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(draft.key().seal(plain, place(draft)));
  }

  /** The files that an address tells of; none when it is not this draft’s. */
  List<RefusedFile> open(Draft draft, @Nullable String parameter) {
    if (parameter == null) {
      return List.of();
    }
    try {
      return draft
          .key()
          .open(Base64.getUrlDecoder().decode(parameter), place(draft))
          .map(plain -> json.readValue(plain, LIST))
          .orElse(List.of());
    } catch (IllegalArgumentException | BufferUnderflowException notOurs) {
      return List.of();
    }
  }

  private static String place(Draft draft) {
    return "refused " + draft.id();
  }
}
