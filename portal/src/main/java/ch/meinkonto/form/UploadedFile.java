package ch.meinkonto.form;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A file that was added to a draft, as an answer tells of it.
 *
 * @param id of the draft’s upload, or the name of the part once it is sent
 */
record UploadedFile(String id, String fileName, String mediaType, long size) {

  /** As a draft or as sent answers keep it. */
  static Optional<UploadedFile> read(@Nullable Object item) {
    if (item instanceof UploadedFile file) {
      return Optional.of(file);
    }
    if (!(item instanceof Map<?, ?> map)) {
      return Optional.empty();
    }
    var id = Typed.text(map.get("id")).or(() -> Typed.text(map.get("part"))).orElse("");
    var name = Typed.text(map.get("fileName")).orElse("");
    var type = Typed.text(map.get("mediaType")).orElse("");
    var size =
        Typed.text(map.get("size")).filter(s -> s.matches("[1-9]\\d{0,9}")).map(Long::valueOf);
    return size.filter(s -> !id.isEmpty() && !name.isEmpty() && !type.isEmpty())
        .map(s -> new UploadedFile(id, name, type, s));
  }

  /** As the answers that are sent tell of it. */
  Map<String, Object> sentAs(String part) {
    var json = new LinkedHashMap<String, Object>();
    json.put("part", part);
    json.put("fileName", fileName);
    json.put("mediaType", mediaType);
    json.put("size", size);
    return json;
  }
}
