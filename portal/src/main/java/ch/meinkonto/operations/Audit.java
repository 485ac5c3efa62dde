package ch.meinkonto.operations;

import ch.meinkonto.platform.Ids;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Arrays;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What staff did: written on in the transaction that does it, and never changed. */
@Component
public class Audit {

  private final JdbcClient jdbc;
  private final Clock clock;

  Audit(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /** Notes what somebody does, in the caller's transaction. */
  public void record(AuditEntry entry) {
    jdbc.sql(
            """
            INSERT INTO operations_audit (id, occurred_at, account_id, act, unit, reference, reason)
            VALUES (?, ?, ?, ?, ?, ?, ?)
            """)
        .params(
            Arrays.asList(
                Ids.next(),
                clock.instant().atOffset(ZoneOffset.UTC),
                entry.account(),
                entry.act(),
                entry.unit(),
                entry.reference(),
                entry.reason()))
        .update();
  }
}
