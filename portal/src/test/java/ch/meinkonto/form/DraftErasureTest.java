package ch.meinkonto.form;

import static org.assertj.core.api.Assertions.assertThat;

import ch.meinkonto.catalogue.ServiceId;
import ch.meinkonto.platform.upload.Content;
import ch.meinkonto.testing.LongTime;
import ch.meinkonto.testing.OldIds;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What somebody began and did not send goes, and what they sent goes at once. */
class DraftErasureTest {

  private static final String UPLOAD = "ausweis";
  private static final ServiceId EXTRACT = new ServiceId("betreibungsauszug");

  private final Drafts drafts = LongTime.bean(Drafts.class);
  private final DraftUploads uploads = LongTime.bean(DraftUploads.class);

  @Test
  void aDraftGoesWithItsFilesThirtyDaysAfterItWasBegun() {
    var draft = drafts.begin(EXTRACT, Map.of());
    uploads.add(draft, UPLOAD, "Pass.png", "image/png", Content.of(new byte[] {1}));

    LongTime.tick(Drafts.KEPT.minusHours(1), "form-draft-erasure");
    assertThat(drafts.find(draft.id(), Optional.of(draft.key())))
        .isInstanceOfSatisfying(
            Drafts.Found.Open.class, open -> assertThat(open.draft().uploads()).hasSize(1));

    LongTime.tick(Duration.ofHours(1), "form-draft-erasure");
    assertThat(rows(draft)).isZero();
    assertThat(files(draft)).isZero();
  }

  @Test
  void whatNeverBecameWholeGoesAfterADay() {
    var draft = drafts.begin(EXTRACT, Map.of());
    uploads.add(draft, UPLOAD, "Pass.png", "image/png", Content.of(new byte[] {1}));
    half(draft, Duration.ofHours(25));

    LongTime.run("form-draft-erasure");
    assertThat(files(draft)).isEqualTo(1);

    half(draft, Duration.ofHours(23));
    LongTime.run("form-draft-erasure");
    assertThat(files(draft)).isEqualTo(2);
  }

  /** As a node leaves it that is killed. */
  private static void half(Draft draft, Duration ago) {
    LongTime.bean(JdbcClient.class)
        .sql(
            """
            INSERT INTO form_upload (id, draft_id, size, meta, whole)
            VALUES (:id, :draft, 1, 'x', false)\
            """)
        .param("id", OldIds.madeBefore(ago))
        .param("draft", draft.id())
        .update();
  }

  @Test
  void whatWasSentLeavesOnlyWhereItsSenderGoesOn() {
    var draft = drafts.begin(EXTRACT, Map.of("name", "Anna Erni"));
    uploads.add(draft, UPLOAD, "Pass.png", "image/png", Content.of(new byte[] {1}));
    uploads.add(draft, "never-asked", "Foto.png", "image/png", Content.of(new byte[] {2}));

    drafts.erase(draft, "/antraege/MK-1");

    assertThat(files(draft)).isZero();
    assertThat(drafts.find(draft.id(), Optional.of(draft.key())))
        .isInstanceOf(Drafts.Found.Sent.class);
    LongTime.tick(Drafts.KEPT, "form-draft-erasure");
    assertThat(rows(draft)).isZero();
  }

  @Test
  void nothingTellsHowFarSomebodyCameOnceItIsSent() {
    var form = LongTime.bean(Forms.class).form(EXTRACT).orElseThrow();
    var draft = drafts.begin(EXTRACT, Map.of());
    drafts.change(draft, form.steps().getFirst(), given -> given);
    assertThat(LongTime.rows("form_draft WHERE id = ? AND last_step IS NOT NULL", draft.id()))
        .isEqualTo(1);

    drafts.erase(draft, "/antraege/MK-1");
    assertThat(LongTime.rows("form_draft WHERE id = ? AND last_step IS NULL", draft.id()))
        .isEqualTo(1);
  }

  private static int rows(Draft draft) {
    return LongTime.rows("form_draft WHERE id = ?", draft.id());
  }

  private static int files(Draft draft) {
    return LongTime.rows("form_upload WHERE draft_id = ?", draft.id());
  }
}
