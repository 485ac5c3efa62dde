package ch.meinkonto.form;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** What a draft holds, sealed for its place: this draft, this version. */
@Component
class DraftContent {

  private static final TypeReference<Map<String, Object>> TREE = new TypeReference<>() {};

  private final JsonMapper json;

  DraftContent(JsonMapper json) {
    this.json = json;
  }

  byte[] seal(Draft draft, long version) {
    return draft.key().seal(json.writeValueAsBytes(draft.given()), place(draft.id(), version));
  }

  Optional<Map<String, Object>> open(DraftKey key, UUID id, long version, byte[] sealed) {
    return key.open(sealed, place(id, version)).map(plain -> json.readValue(plain, TREE));
  }

  byte[] sealNext(Draft draft, long version, String next) {
    return draft
        .key()
        .seal(next.getBytes(StandardCharsets.UTF_8), place(draft.id(), version) + " sent");
  }

  Optional<String> next(DraftKey key, UUID id, long version, byte[] sealed) {
    return key.open(sealed, place(id, version) + " sent")
        .map(plain -> new String(plain, StandardCharsets.UTF_8));
  }

  private static String place(UUID id, long version) {
    return "draft " + id + " " + version;
  }
}
