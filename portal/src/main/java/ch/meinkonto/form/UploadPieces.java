package ch.meinkonto.form;

import ch.meinkonto.platform.upload.Content;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The bytes of drafts’ files, in pieces. Each is sealed for its place in its file: it opens nowhere
 * else, and the file’s sealed size tells when one is missing.
 */
@Component
class UploadPieces {

  static final int PIECE = 1024 * 1024;

  private final JdbcClient jdbc;

  UploadPieces(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * Writes all pieces; false when the file is not wanted any more: its draft was sent or erased.
   */
  boolean write(Draft draft, Draft.Upload upload, Content content) {
    var written = 0L;
    try (var in = content.open()) {
      for (var position = 0; written < upload.size(); position++) {
        var piece = in.readNBytes(PIECE);
        if (piece.length == 0) {
          throw new IOException("a file is shorter than it was");
        }
        if (!write(draft, upload, position, piece)) {
          return false;
        }
        written += piece.length;
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return true;
  }

  private boolean write(Draft draft, Draft.Upload upload, int position, byte[] piece) {
    return jdbc.sql(
                """
                INSERT INTO form_upload_piece (upload_id, position, content)
                SELECT u.id, :position, :content
                FROM (SELECT id FROM form_upload WHERE id = :upload FOR KEY SHARE) u
                """)
            .param("position", position)
            .param("content", draft.key().seal(piece, place(draft, upload, position)))
            .param("upload", upload.id())
            .update()
        == 1;
  }

  /** The file’s bytes, read piece by piece. */
  Content content(Draft draft, Draft.Upload upload) {
    return new Content() {
      @Override
      public long size() {
        return upload.size();
      }

      @Override
      public InputStream open() {
        return new PieceStream(upload.size(), position -> piece(draft, upload, position));
      }
    };
  }

  /** Those of a draft that was begun before there were pieces are a single one. */
  private Optional<byte[]> piece(Draft draft, Draft.Upload upload, int position) {
    return sealed(upload, position)
        .flatMap(sealed -> draft.key().open(sealed, place(draft, upload, position)))
        .or(() -> position == 0 ? whole(draft, upload) : Optional.empty());
  }

  private Optional<byte[]> sealed(Draft.Upload upload, int position) {
    return jdbc.sql(
            "SELECT content FROM form_upload_piece WHERE upload_id = :upload AND position = :position")
        .param("upload", upload.id())
        .param("position", position)
        .query(byte[].class)
        .optional();
  }

  private Optional<byte[]> whole(Draft draft, Draft.Upload upload) {
    return jdbc.sql("SELECT content FROM form_upload WHERE id = :upload AND content IS NOT NULL")
        .param("upload", upload.id())
        .query(byte[].class)
        .optional()
        .flatMap(sealed -> draft.key().open(sealed, place(draft, upload) + " content"));
  }

  private static String place(Draft draft, Draft.Upload upload) {
    return "upload " + draft.id() + " " + upload.id();
  }

  private static String place(Draft draft, Draft.Upload upload, int position) {
    return place(draft, upload) + " piece " + position;
  }
}
