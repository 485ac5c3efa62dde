package ch.meinkonto.trust;

import static org.assertj.core.api.Assertions.assertThat;

import ch.meinkonto.platform.Ids;
import ch.meinkonto.platform.database.DatabaseServer;
import ch.meinkonto.platform.database.Writes;
import ch.meinkonto.testing.FullAccess;
import ch.meinkonto.testing.PortalTest;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;

/**
 * Somebody with full access to the database tampers with the log. Each test is rolled back: the log
 * belongs to the whole portal.
 */
@PortalTest
@Import(Cast.class)
@Transactional
class TrustLogVerificationTest {

  private UUID parent;
  private UUID tenant;

  @Autowired Cast cast;
  @Autowired TrustLog log;
  @Autowired Writes writes;
  @Autowired Sequencer sequencer;
  @Autowired Checkpoints checkpoints;
  @Autowired TrustLogVerification verification;
  @Autowired JdbcClient jdbc;
  @Autowired DatabaseServer database;

  @BeforeEach
  void aLogWithTwoCheckpoints() {
    FullAccess.take(jdbc, database);
    jdbc.sql("SELECT pg_advisory_xact_lock(:lock)")
        .param("lock", Sequencer.LOCK)
        .query()
        .singleRow();
    parent = cast.opensAnAccount("Anna", "Keller");
    tenant = cast.opensAnAccount("Beat", "Frei");
    writes.now();
    jdbc.sql("DELETE FROM trust_entry").update();
    jdbc.sql("DELETE FROM trust_tile").update();
    jdbc.sql("DELETE FROM trust_checkpoint").update();
    for (int i = 0; i < 10; i++) {
      record(i % 2 == 0 ? parent : tenant, "service-" + i);
    }
    sequencer.run();
    for (int i = 10; i < 20; i++) {
      record(i % 2 == 0 ? parent : tenant, "service-" + i);
    }
    sequencer.run();
  }

  @Test
  void anUntouchedLogIsWhole() {
    assertThat(verify()).isEqualTo(new TrustLogVerification.Result.Whole(20, 2));
  }

  @Test
  void anEmptyLogIsWhole() {
    jdbc.sql("DELETE FROM trust_entry").update();
    jdbc.sql("DELETE FROM trust_tile").update();
    jdbc.sql("DELETE FROM trust_checkpoint").update();
    assertThat(verify()).isEqualTo(new TrustLogVerification.Result.Whole(0, 0));
  }

  @Test
  void entriesThatHaveNoPlaceYetDoNotMatter() {
    record(parent, "just now");
    assertThat(verify()).isEqualTo(new TrustLogVerification.Result.Whole(20, 2));
  }

  @Test
  void theLogOfSomebodyForgottenIsStillWhole() {
    log.forget(parent);
    assertThat(verify()).isInstanceOf(TrustLogVerification.Result.Whole.class);
    sequencer.run();
    assertThat(verify()).isEqualTo(new TrustLogVerification.Result.Whole(21, 3));
  }

  @Test
  void aChangedContentIsNamed() {
    update(
        "UPDATE trust_entry SET sealed = set_byte(sealed, 40, get_byte(sealed, 40) # 1) WHERE sequence = 7");
    assertBroken(7, "changed");
  }

  @Test
  void aContentOfAnotherEntryIsNamed() {
    update(
        "UPDATE trust_entry SET sealed = (SELECT sealed FROM trust_entry WHERE sequence = 5), account_id = (SELECT account_id FROM trust_entry WHERE sequence = 5) WHERE sequence = 7");
    assertBroken(7, "changed");
  }

  @Test
  void aChangedTimeIsNamed() {
    update(
        "UPDATE trust_entry SET occurred_at = occurred_at - interval '1 day' WHERE sequence = 3");
    assertBroken(3, "time");
  }

  @Test
  void anEntryGivenToSomebodyElseIsNamed() {
    jdbc.sql("UPDATE trust_entry SET account_id = :tenant WHERE sequence = 4")
        .param("tenant", tenant)
        .update();
    assertBroken(4, "changed");
  }

  @Test
  void aChangedCommitmentIsNamed() {
    update("UPDATE trust_entry SET commitment = sha256('other') WHERE sequence = 12");
    assertBroken(12, "not the one");
  }

  @Test
  void aRemovedRowIsNamed() {
    update("DELETE FROM trust_entry WHERE sequence = 6");
    assertBroken(6, "missing");
  }

  @Test
  void aRemovedRowWhoseGapWasClosedIsNamed() {
    update("DELETE FROM trust_entry WHERE sequence = 6");
    for (int i = 7; i < 20; i++) {
      update("UPDATE trust_entry SET sequence = %d WHERE sequence = %d".formatted(i - 1, i));
    }
    assertBroken(6, "not the one");
  }

  @Test
  void swappedRowsAreNamed() {
    update("UPDATE trust_entry SET sequence = 1000 WHERE sequence = 8");
    update("UPDATE trust_entry SET sequence = 8 WHERE sequence = 9");
    update("UPDATE trust_entry SET sequence = 9 WHERE sequence = 1000");
    assertBroken(8, "not the one");
  }

  @Test
  void swappedRowsAreFoundEvenIfTheStoredHashesWereSwappedToo() {
    update("UPDATE trust_entry SET sequence = 1000 WHERE sequence = 12");
    update("UPDATE trust_entry SET sequence = 12 WHERE sequence = 13");
    update("UPDATE trust_entry SET sequence = 13 WHERE sequence = 1000");
    update(
        "UPDATE trust_tile SET hashes = substr(hashes, 1, 12 * 32) || substr(hashes, 13 * 32 + 1, 32) || substr(hashes, 12 * 32 + 1, 32) || substr(hashes, 14 * 32 + 1) WHERE level = 0");
    assertBroken(10, "10 to 19");
  }

  @Test
  void aRemovedTailIsNamed() {
    update("DELETE FROM trust_entry WHERE sequence >= 15");
    assertBroken(15, "missing");
  }

  @Test
  void aTailRemovedWithItsCheckpointIsNamed() {
    update("DELETE FROM trust_entry WHERE sequence >= 10");
    update("DELETE FROM trust_checkpoint WHERE size > 10");
    assertBroken(10, "missing");
  }

  @Test
  void aTailRemovedWithAllTracesIsNamedByACheckpointKeptElsewhere() {
    var kept = checkpoints.latest().orElseThrow().jws();
    update("DELETE FROM trust_entry WHERE sequence >= 10");
    update("DELETE FROM trust_checkpoint WHERE size > 10");
    update("UPDATE trust_tile SET hashes = substr(hashes, 1, 320) WHERE level = 0");
    assertThat(verify()).isEqualTo(new TrustLogVerification.Result.Whole(10, 1));
    assertThat(verification.run(List.of(kept)))
        .isInstanceOfSatisfying(
            TrustLogVerification.Result.Broken.class,
            broken -> {
              assertThat(broken.sequence()).isEqualTo(10);
              assertThat(broken.reason()).contains("kept elsewhere");
            });
  }

  @Test
  void aCheckpointSignedByAnotherKeyIsNamed() throws Exception {
    var stranger = new ECKeyGenerator(Curve.P_256).keyIDFromThumbprint(true).generate();
    var latest = checkpoints.latest().orElseThrow();
    var forged =
        Checkpoint.sign("http://localhost", latest.size(), latest.root(), Instant.now(), stranger);
    jdbc.sql("UPDATE trust_checkpoint SET jws = :jws WHERE size = 20")
        .param("jws", forged.jws())
        .update();
    assertBroken(19, "signature");
  }

  @Test
  void aCheckpointWhoseRootWasChangedIsNamed() {
    update("UPDATE trust_checkpoint SET root = sha256('other') WHERE size = 20");
    assertBroken(19, "something else");
  }

  @Test
  void removedCheckpointsAreNamed() {
    update("DELETE FROM trust_checkpoint WHERE size = 20");
    assertBroken(10, "no checkpoint");
  }

  @Test
  void anEntryBlankedInSilenceIsNamed() {
    update("UPDATE trust_entry SET sealed = NULL, account_id = NULL WHERE sequence = 2");
    assertBroken(2, "nobody erased it");
  }

  @Test
  void anEntryBlankedUnderAnotherOnesErasureIsNamed() {
    log.forget(parent);
    sequencer.run();
    update(
        "UPDATE trust_entry SET sealed = NULL, account_id = NULL, erased_with = (SELECT erased_with FROM trust_entry WHERE sequence = 0) WHERE sequence = 3");
    assertBroken(20, "other entries");
  }

  @Test
  void anEntryBlankedWithAMadeUpErasureIsNamed() {
    jdbc.sql(
            "UPDATE trust_entry SET sealed = NULL, account_id = NULL, erased_with = :made WHERE sequence = 3")
        .param("made", Ids.next())
        .update();
    assertBroken(3, "as well");
  }

  private TrustLogVerification.Result verify() {
    return verification.run(List.of());
  }

  private void assertBroken(long sequence, String reason) {
    assertThat(verify())
        .isInstanceOfSatisfying(
            TrustLogVerification.Result.Broken.class,
            broken -> {
              assertThat(broken.sequence()).isEqualTo(sequence);
              assertThat(broken.reason()).contains(reason);
            });
  }

  private void update(String sql) {
    jdbc.sql(sql).update();
  }

  private void record(UUID account, String subject) {
    log.record(new TrustEntry(account, "request-sent", "you", subject, "consent"));
    writes.now();
  }
}
