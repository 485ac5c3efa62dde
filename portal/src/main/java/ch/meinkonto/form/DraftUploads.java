package ch.meinkonto.form;

import ch.meinkonto.platform.Ids;
import ch.meinkonto.platform.upload.Content;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.util.unit.DataSize;
import tools.jackson.databind.json.JsonMapper;

/** The files of drafts, each in a row of its own, sealed like the drafts. */
@Component
class DraftUploads {

  static final DataSize MAX_TOTAL = DataSize.ofMegabytes(30);
  private static final int MAX_FILES = 50;

  private final JdbcClient jdbc;
  private final JsonMapper json;

  DraftUploads(JdbcClient jdbc, JsonMapper json) {
    this.jdbc = jdbc;
    this.json = json;
  }

  private record Meta(String path, String fileName, String mediaType, long size) {}

  private record Row(UUID id, byte[] meta) {}

  /** Adds a file; nothing when the draft has no room for it. */
  Optional<UUID> add(Draft draft, String path, String name, String mediaType, Content content) {
    var id = Ids.next();
    var meta = json.writeValueAsBytes(new Meta(path, name, mediaType, content.size()));
    var added =
        jdbc.sql(
                """
                INSERT INTO form_upload (id, draft_id, size, meta, content)
                SELECT :id, d.id, :size, :meta, :content
                FROM (SELECT id FROM form_draft WHERE id = :draft AND NOT sent FOR UPDATE) d
                WHERE (SELECT coalesce(sum(size), 0) FROM form_upload WHERE draft_id = :draft) + :size <= :max
                  AND (SELECT count(*) FROM form_upload WHERE draft_id = :draft) < :files
                """)
            .param("id", id)
            .param("draft", draft.id())
            .param("size", content.size())
            .param("meta", draft.key().seal(meta, place(draft.id(), id, "meta")))
            .param("content", draft.key().seal(bytes(content), place(draft.id(), id, "content")))
            .param("max", MAX_TOTAL.toBytes())
            .param("files", MAX_FILES)
            .update();
    return added == 1 ? Optional.of(id) : Optional.empty();
  }

  /** The files of a draft in the order in which they were added. */
  List<Draft.Upload> of(UUID draft, DraftKey key) {
    return jdbc
        .sql("SELECT id, meta FROM form_upload WHERE draft_id = :draft ORDER BY id")
        .param("draft", draft)
        .query(Row.class)
        .list()
        .stream()
        .flatMap(row -> meta(draft, key, row).stream())
        .toList();
  }

  /** How many answer this question by now. */
  long count(Draft draft, String path) {
    return of(draft.id(), draft.key()).stream().filter(u -> u.path().equals(path)).count();
  }

  private Optional<Draft.Upload> meta(UUID draft, DraftKey key, Row row) {
    return key.open(row.meta(), place(draft, row.id(), "meta"))
        .map(plain -> json.readValue(plain, Meta.class))
        .map(m -> new Draft.Upload(row.id(), m.path(), m.fileName(), m.mediaType(), m.size()));
  }

  /** A file’s bytes. */
  Optional<byte[]> content(Draft draft, UUID id) {
    return jdbc.sql("SELECT content FROM form_upload WHERE id = :id AND draft_id = :draft")
        .param("id", id)
        .param("draft", draft.id())
        .query(byte[].class)
        .optional()
        .flatMap(sealed -> draft.key().open(sealed, place(draft.id(), id, "content")));
  }

  /** Says of a file that it now answers another question: an item of a group moved up. */
  void move(Draft draft, Draft.Upload upload, String path) {
    var meta =
        json.writeValueAsBytes(
            new Meta(path, upload.fileName(), upload.mediaType(), upload.size()));
    jdbc.sql("UPDATE form_upload SET meta = :meta WHERE id = :id AND draft_id = :draft")
        .param("meta", draft.key().seal(meta, place(draft.id(), upload.id(), "meta")))
        .param("id", upload.id())
        .param("draft", draft.id())
        .update();
  }

  void remove(Draft draft, UUID id) {
    jdbc.sql("DELETE FROM form_upload WHERE id = :id AND draft_id = :draft")
        .param("id", id)
        .param("draft", draft.id())
        .update();
  }

  void erase(UUID draft) {
    jdbc.sql("DELETE FROM form_upload WHERE draft_id = :draft").param("draft", draft).update();
  }

  private static byte[] bytes(Content content) {
    try (var in = content.open()) {
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String place(UUID draft, UUID upload, String part) {
    return "upload " + draft + " " + upload + " " + part;
  }
}
