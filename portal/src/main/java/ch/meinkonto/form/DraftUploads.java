package ch.meinkonto.form;

import ch.meinkonto.platform.Ids;
import ch.meinkonto.platform.upload.Content;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.util.unit.DataSize;
import tools.jackson.databind.json.JsonMapper;

/** The files of drafts, each in a row of its own and some pieces, sealed like the drafts. */
@Component
class DraftUploads {

  static final DataSize MAX_TOTAL = DataSize.ofMegabytes(300);
  private static final int MAX_FILES = 50;

  private final JdbcClient jdbc;
  private final JsonMapper json;
  private final UploadPieces pieces;

  DraftUploads(JdbcClient jdbc, JsonMapper json, UploadPieces pieces) {
    this.jdbc = jdbc;
    this.json = json;
    this.pieces = pieces;
  }

  private record Meta(String path, String fileName, String mediaType, long size) {}

  private record Row(UUID id, byte[] meta) {}

  /**
   * Adds a file; nothing when the draft has no room for it. It is written piece by piece, never in
   * a transaction, and nobody sees it before it is whole.
   */
  Optional<UUID> add(Draft draft, String path, String name, String mediaType, Content content) {
    var upload = new Draft.Upload(Ids.next(), path, name, mediaType, content.size());
    if (!begin(draft, upload)) {
      return Optional.empty();
    }
    var whole = false;
    try {
      whole = pieces.write(draft, upload, content) && end(draft, upload);
    } finally {
      if (!whole) {
        remove(draft, upload.id());
      }
    }
    return whole ? Optional.of(upload.id()) : Optional.empty();
  }

  private boolean begin(Draft draft, Draft.Upload upload) {
    return jdbc.sql(
                """
                INSERT INTO form_upload (id, draft_id, size, meta, whole)
                SELECT :id, d.id, :size, :meta, false
                FROM (SELECT id FROM form_draft WHERE id = :draft AND NOT sent FOR UPDATE) d
                WHERE (SELECT coalesce(sum(size), 0) FROM form_upload WHERE draft_id = :draft) + :size <= :max
                  AND (SELECT count(*) FROM form_upload WHERE draft_id = :draft) < :files
                """)
            .param("id", upload.id())
            .param("draft", draft.id())
            .param("size", upload.size())
            .param("meta", sealed(draft, upload))
            .param("max", MAX_TOTAL.toBytes())
            .param("files", MAX_FILES)
            .update()
        == 1;
  }

  /** It counts, unless the draft was sent meanwhile. */
  private boolean end(Draft draft, Draft.Upload upload) {
    return jdbc.sql(
                """
                UPDATE form_upload SET whole = true
                FROM (SELECT id FROM form_draft WHERE id = :draft AND NOT sent FOR UPDATE) d
                WHERE form_upload.id = :id AND form_upload.draft_id = d.id
                """)
            .param("draft", draft.id())
            .param("id", upload.id())
            .update()
        == 1;
  }

  private byte[] sealed(Draft draft, Draft.Upload upload) {
    var meta = new Meta(upload.path(), upload.fileName(), upload.mediaType(), upload.size());
    return draft.key().seal(json.writeValueAsBytes(meta), place(draft.id(), upload.id()));
  }

  /** The files of a draft in the order in which they were added. */
  List<Draft.Upload> of(UUID draft, DraftKey key) {
    return jdbc
        .sql("SELECT id, meta FROM form_upload WHERE draft_id = :draft AND whole ORDER BY id")
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
    return key.open(row.meta(), place(draft, row.id()))
        .map(plain -> json.readValue(plain, Meta.class))
        .map(m -> new Draft.Upload(row.id(), m.path(), m.fileName(), m.mediaType(), m.size()));
  }

  /** A file’s bytes, read when they are needed and piece by piece. */
  Content content(Draft draft, Draft.Upload upload) {
    return pieces.content(draft, upload);
  }

  /** Says of a file that it now answers another question: an item of a group moved up. */
  void move(Draft draft, Draft.Upload upload, String path) {
    var moved =
        new Draft.Upload(upload.id(), path, upload.fileName(), upload.mediaType(), upload.size());
    jdbc.sql("UPDATE form_upload SET meta = :meta WHERE id = :id AND draft_id = :draft")
        .param("meta", sealed(draft, moved))
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

  /**
   * Erases what was begun so long ago and never became whole: its node was killed.
   *
   * @param age by the time in the file's id, and so by the machines' own clocks
   */
  void eraseHalves(Duration age) {
    jdbc.sql(
            """
            DELETE FROM form_upload
            WHERE NOT whole AND uuid_extract_timestamp(id) < now() - make_interval(secs => :age)\
            """)
        .param("age", age.toSeconds())
        .update();
  }

  private static String place(UUID draft, UUID upload) {
    return "upload " + draft + " " + upload + " meta";
  }
}
