package ch.meinkonto.operations;

import ch.meinkonto.account.AccountId;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What is in the audit of one act.
 *
 * @param account who did it; null at the terminal, and for what happens by itself
 */
record AuditRow(
    UUID id,
    Instant at,
    @Nullable AccountId account,
    String act,
    @Nullable String unit,
    @Nullable String reference,
    String reason) {

  /** Where the next page begins. */
  String place() {
    return at + "_" + id;
  }
}
