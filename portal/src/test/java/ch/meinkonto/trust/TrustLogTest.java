package ch.meinkonto.trust;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import ch.meinkonto.testing.PortalTest;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** A parent looks at what happened with their data. */
@PortalTest
@Import(Cast.class)
class TrustLogTest {

  private UUID parent;
  private UUID tenant;

  @Autowired Cast cast;
  @Autowired TrustLog log;
  @Autowired JdbcClient jdbc;
  @Autowired TransactionTemplate transaction;

  @BeforeEach
  void peopleWithAnAccount() {
    parent = cast.opensAnAccount("Anna", "Keller");
    tenant = cast.opensAnAccount("Beat", "Frei");
  }

  @Test
  void theParentReadsTheirOwnEntriesNewestFirst() {
    record(parent, "login", "you", "");
    record(tenant, "login", "you", "");
    record(parent, "request-sent", "you", "umzug-melden");
    var page = log.entries(parent, null, 10);
    assertThat(page.entries()).extracting(LogEntry::kind).containsExactly("request-sent", "login");
    assertThat(page.next()).isNull();
  }

  @Test
  void aLongLogComesInPagesWithoutGapsOrRepeats() {
    for (int i = 0; i < 25; i++) {
      record(parent, "request-sent", "you", "service-" + i);
    }
    var first = log.entries(parent, null, 10);
    var second = log.entries(parent, first.next(), 10);
    var third = log.entries(parent, second.next(), 10);
    assertThat(first.entries()).hasSize(10);
    assertThat(second.entries().getFirst().subject()).isEqualTo("service-14");
    assertThat(third.entries()).hasSize(5);
    assertThat(third.next()).isNull();
  }

  @Test
  void lookingForSomethingRareOpensABoundedNumberOfEntries() {
    record(parent, "data-exported", "you", "");
    for (int i = 0; i < 30; i++) {
      record(parent, "login", "you", "");
    }
    var page = log.entries(parent, null, 10, entry -> entry.kind().equals("data-exported"));
    assertThat(page.entries()).hasSize(1);
    assertThat(page.next()).isNull();
  }

  @Test
  void anEntryExistsOnlyWhenWhatItTellsOfWasStored() {
    transaction.executeWithoutResult(status -> {
      record(parent, "request-sent", "you", "umzug-melden");
      status.setRollbackOnly();
    });
    assertThat(log.all(parent)).isEmpty();
  }

  @Test
  void nothingInTheTableCanBeRead() {
    record(parent, "request-sent", "marker-unit", "marker-service");
    var rows = jdbc.sql("SELECT trust_entry::text FROM trust_entry").query(String.class).list();
    assertThat(rows)
        .noneMatch(row -> row.contains(hex("marker-unit")) || row.contains(hex("request-sent")));
  }

  @Test
  void forgettingLeavesOnlyTheCommitment() {
    record(parent, "login", "you", "");
    record(tenant, "login", "you", "");
    log.forget(parent);
    assertThat(log.all(parent)).isEmpty();
    assertThat(log.all(tenant)).hasSize(1);
    assertThat(
            jdbc.sql("SELECT count(*) FROM trust_entry WHERE account_id = :id")
                .param("id", parent)
                .query(Long.class)
                .single())
        .isZero();
  }

  @Test
  void forgettingTwiceIsAsForgettingOnce() {
    record(parent, "login", "you", "");
    log.forget(parent);
    var before = jdbc.sql("SELECT count(*) FROM trust_entry").query(Long.class).single();
    log.forget(parent);
    assertThat(jdbc.sql("SELECT count(*) FROM trust_entry").query(Long.class).single())
        .isEqualTo(before);
  }

  private void record(UUID account, String kind, String actor, String subject) {
    log.record(new TrustEntry(account, kind, actor, subject, "consent"));
  }

  private static String hex(String text) {
    return java.util.HexFormat.of().formatHex(text.getBytes(UTF_8));
  }
}
