package ch.meinkonto.trust;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A row of {@code trust_entry}.
 *
 * @param accountId null once forgotten
 * @param sequence place in the log, null until it has one
 * @param sealed salt and statement, null once forgotten
 * @param erasedWith the tombstone that tells of the erasure, null when it was not erased
 */
record EntryRow(
    UUID id,
    @Nullable UUID accountId,
    Instant at,
    @Nullable Long sequence,
    byte[] commitment,
    byte @Nullable [] sealed,
    @Nullable UUID erasedWith) {}
