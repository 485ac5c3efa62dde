package ch.meinkonto.form;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ch.meinkonto.catalogue.ServiceId;
import ch.meinkonto.platform.Ids;
import ch.meinkonto.platform.upload.Content;
import ch.meinkonto.testing.Browser;
import ch.meinkonto.testing.CityOfTests;
import ch.meinkonto.testing.MultipartBody;
import ch.meinkonto.testing.Noise;
import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.security.DigestInputStream;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.util.unit.DataSize;
import tools.jackson.databind.json.JsonMapper;

/** Large files in a draft: whole or not at all, and never held in one piece. */
class UploadsTest {

  private static final ServiceId DAMAGE = new ServiceId("schaden-melden");
  private static final String PICTURE = "image/png";
  private static final long LARGE = DataSize.ofMegabytes(100).toBytes();
  private static final int SOME = 5 * UploadPieces.PIECE / 2;

  private final Drafts drafts = CityOfTests.portal().bean(Drafts.class);
  private final DraftUploads uploads = CityOfTests.portal().bean(DraftUploads.class);
  private final JdbcClient jdbc = CityOfTests.portal().bean(JdbcClient.class);

  @Test
  void aHundredMegabytesComeBackWhole() throws Exception {
    var browser = browser();
    var step = begin(browser);

    var page = send(browser, step, LARGE);

    assertThat(page).contains("Entfernen<span class=\"hidden-visually\"> gross.png", "104.8 MB");
    var draft = draft(browser, step);
    var upload = draft.uploads().getFirst();
    assertThat(digest(uploads.content(draft, upload).open())).isEqualTo(digest(picture(LARGE)));
    assertThat(pieces(upload.id())).isEqualTo(100);

    browser.submit(step, Map.of("_action", "remove-file:" + upload.id()));
    assertThat(draft(browser, step).uploads()).isEmpty();
    assertThat(pieces(upload.id())).isZero();
  }

  @Test
  void whatIsLargerThanItsQuestionAllowsIsNamedAndLeavesNothing() {
    var browser = browser();
    var step = begin(browser);

    var page = send(browser, step, LARGE + 1);

    assertThat(page).contains("«gross.png» ist zu gross. Erlaubt sind höchstens 100 MB.");
    assertThat(rows(draft(browser, step))).isZero();
  }

  @Test
  void nobodyAsksForMoreThanAPieceAtOnce() throws IOException {
    var draft = drafts.begin(DAMAGE, Map.of());

    var upload = add(draft, modest(bytes(SOME)));

    try (var in = uploads.content(draft, upload).open()) {
      assertThat(in.readAllBytes()).isEqualTo(bytes(SOME));
    }
    assertThat(pieces(upload.id())).isEqualTo(3);
    assertThat(largestPiece(upload.id())).isLessThan(UploadPieces.PIECE + 100);
  }

  @Test
  void whatBreaksOffLeavesNothing() {
    var draft = drafts.begin(DAMAGE, Map.of());
    var broken =
        interrupted(() -> {
          throw new IOException("the line is dead");
        });

    assertThatThrownBy(() -> add(draft, broken)).hasMessageContaining("the line is dead");
    assertThat(rows(draft)).isZero();
  }

  @Test
  void whatIsShorterThanItSaidIsNotKept() {
    var draft = drafts.begin(DAMAGE, Map.of());
    var whole = bytes(SOME);
    var half = content(whole.length, () -> new ByteArrayInputStream(whole, 0, SOME / 2));

    assertThatThrownBy(() -> add(draft, half)).hasMessageContaining("shorter");
    assertThat(rows(draft)).isZero();
  }

  @Test
  void nobodySeesAFileBeforeItIsWhole() {
    var draft = drafts.begin(DAMAGE, Map.of());

    add(
        draft,
        interrupted(() -> {
          assertThat(rows(draft)).isEqualTo(1);
          assertThat(uploads.of(draft.id(), draft.key())).isEmpty();
        }));

    assertThat(uploads.of(draft.id(), draft.key())).hasSize(1);
  }

  @Test
  void nothingIsAddedToWhatIsSentMeanwhile() {
    var draft = drafts.begin(DAMAGE, Map.of());
    var late = interrupted(() -> drafts.erase(draft, "/antraege/MK-1"));

    assertThat(uploads.add(draft, "foto", "a.png", PICTURE, late)).isEmpty();
    assertThat(rows(draft)).isZero();
  }

  @Test
  void piecesThatWereSwappedAreRefused() {
    var draft = drafts.begin(DAMAGE, Map.of());
    var upload = add(draft, Content.of(bytes(SOME)));
    move(upload, 0, 10);
    move(upload, 1, 0);
    move(upload, 10, 1);

    assertUnreadable(draft, upload);
  }

  @Test
  void piecesOfAnotherFileAreRefused() {
    var draft = drafts.begin(DAMAGE, Map.of());
    var upload = add(draft, Content.of(bytes(SOME)));
    var other = add(draft, Content.of(bytes(SOME)));
    jdbc.sql("DELETE FROM form_upload_piece WHERE upload_id = ? AND position = 1")
        .param(upload.id())
        .update();
    jdbc.sql("UPDATE form_upload_piece SET upload_id = ? WHERE upload_id = ? AND position = 1")
        .params(upload.id(), other.id())
        .update();

    assertUnreadable(draft, upload);
  }

  @Test
  void aMissingEndIsNoticed() {
    var draft = drafts.begin(DAMAGE, Map.of());
    var upload = add(draft, Content.of(bytes(SOME)));
    jdbc.sql("DELETE FROM form_upload_piece WHERE upload_id = ? AND position = 2")
        .param(upload.id())
        .update();

    assertUnreadable(draft, upload);
  }

  @Test
  void whatWasAddedBeforeThereWerePiecesIsStillRead() throws IOException {
    var draft = drafts.begin(DAMAGE, Map.of());
    var id = Ids.next();
    var place = "upload " + draft.id() + " " + id;
    var meta = Map.of("path", "foto", "fileName", "a.png", "mediaType", PICTURE, "size", SOME);
    jdbc.sql("INSERT INTO form_upload (id, draft_id, size, meta, content) VALUES (?, ?, ?, ?, ?)")
        .params(
            id,
            draft.id(),
            SOME,
            draft.key().seal(new JsonMapper().writeValueAsBytes(meta), place + " meta"),
            draft.key().seal(bytes(SOME), place + " content"))
        .update();

    var upload = uploads.of(draft.id(), draft.key()).getFirst();
    try (var in = uploads.content(draft, upload).open()) {
      assertThat(in.readAllBytes()).isEqualTo(bytes(SOME));
    }
  }

  @Test
  void aDraftHasRoomForThreeLargeFiles() {
    var draft = drafts.begin(DAMAGE, Map.of());
    jdbc.sql("INSERT INTO form_upload (id, draft_id, size, meta) VALUES (?, ?, ?, ?)")
        .params(Ids.next(), draft.id(), 3 * LARGE - 2, new byte[28])
        .update();

    assertThat(uploads.add(draft, "foto", "a.png", PICTURE, Content.of(bytes(3)))).isEmpty();
    assertThat(uploads.add(draft, "foto", "a.png", PICTURE, Content.of(bytes(2)))).isPresent();
  }

  private Draft.Upload add(Draft draft, Content content) {
    var id = uploads.add(draft, "foto", "a.png", PICTURE, content).orElseThrow();
    return uploads.of(draft.id(), draft.key()).stream()
        .filter(upload -> upload.id().equals(id))
        .findFirst()
        .orElseThrow();
  }

  private void assertUnreadable(Draft draft, Draft.Upload upload) {
    assertThatThrownBy(() -> digest(uploads.content(draft, upload).open()))
        .isInstanceOf(IOException.class);
  }

  private void move(Draft.Upload upload, int from, int to) {
    jdbc.sql("UPDATE form_upload_piece SET position = ? WHERE upload_id = ? AND position = ?")
        .params(to, upload.id(), from)
        .update();
  }

  private long pieces(UUID upload) {
    return jdbc.sql("SELECT count(*) FROM form_upload_piece WHERE upload_id = ?")
        .param(upload)
        .query(Long.class)
        .single();
  }

  private long largestPiece(UUID upload) {
    return jdbc.sql("SELECT max(length(content)) FROM form_upload_piece WHERE upload_id = ?")
        .param(upload)
        .query(Long.class)
        .single();
  }

  private long rows(Draft draft) {
    return jdbc.sql("SELECT count(*) FROM form_upload WHERE draft_id = ?")
        .param(draft.id())
        .query(Long.class)
        .single();
  }

  private static Browser browser() {
    return new Browser(CityOfTests.portal().address().getPort());
  }

  private static String begin(Browser browser) {
    return browser.begin(DAMAGE.value()) + "/foto";
  }

  private static String send(Browser browser, String step, long size) {
    var body = new MultipartBody();
    body.field("_csrf", browser.token(step));
    body.field("_asked", "foto");
    body.file("foto", "gross.png", size, () -> picture(size));
    return browser.get(browser.post(step + "/dateien", body).location()).body();
  }

  /** With the key that the browser keeps. */
  private Draft draft(Browser browser, String step) {
    var id = UUID.fromString(step.split("/")[2]);
    var key = DraftKey.of(browser.cookie("mk-antrag").orElseThrow());
    if (drafts.find(id, key) instanceof Drafts.Found.Open(var draft)) {
      return draft;
    }
    throw new AssertionError("There is no such draft");
  }

  /** The beginning of a picture of one pixel, and then noise. */
  private static InputStream picture(long size) {
    var head =
        "\u0089PNG\r\n\u001a\n\0\0\0\rIHDR\0\0\0\u0001\0\0\0\u0001"
            .getBytes(StandardCharsets.ISO_8859_1);
    return new SequenceInputStream(new ByteArrayInputStream(head), new Noise(size - head.length));
  }

  private static byte[] digest(InputStream content) throws IOException, GeneralSecurityException {
    try (var in = new DigestInputStream(content, MessageDigest.getInstance("SHA-256"))) {
      in.transferTo(OutputStream.nullOutputStream());
      return in.getMessageDigest().digest();
    }
  }

  private static byte[] bytes(int size) {
    var bytes = new byte[size];
    new Random(size).nextBytes(bytes);
    return bytes;
  }

  private interface Event {
    void happens() throws IOException;
  }

  /** Something happens after its first piece. */
  private static Content interrupted(Event event) {
    var bytes = bytes(SOME);
    return content(
        bytes.length,
        () ->
            new ByteArrayInputStream(bytes) {
              private boolean happened;

              @Override
              public byte[] readNBytes(int count) throws IOException {
                if (pos > 0 && !happened) {
                  happened = true;
                  event.happens();
                }
                return super.readNBytes(count);
              }
            });
  }

  /** Does not like to be asked for all. */
  private static Content modest(byte[] bytes) {
    return content(
        bytes.length,
        () ->
            new FilterInputStream(new ByteArrayInputStream(bytes)) {
              @Override
              public byte[] readNBytes(int count) throws IOException {
                assertThat(count).isLessThanOrEqualTo(UploadPieces.PIECE);
                return super.readNBytes(count);
              }

              @Override
              public byte[] readAllBytes() {
                throw new AssertionError("all at once");
              }
            });
  }

  private interface Opening {
    InputStream open();
  }

  private static Content content(long size, Opening opening) {
    return new Content() {
      @Override
      public long size() {
        return size;
      }

      @Override
      public InputStream open() {
        return opening.open();
      }
    };
  }
}
