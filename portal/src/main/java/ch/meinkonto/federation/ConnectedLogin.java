package ch.meinkonto.federation;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A login outside that opens an account.
 *
 * @param offered whether it still does: the city may have stopped to accept it
 */
public record ConnectedLogin(
    UUID id, String name, boolean offered, Instant createdAt, @Nullable Instant lastUsedAt) {}
