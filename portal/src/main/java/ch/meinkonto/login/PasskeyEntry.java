package ch.meinkonto.login;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A passkey as its owner sees it.
 *
 * @param name how its owner calls it
 * @param lastUsedAt null when it has never logged anybody in
 */
public record PasskeyEntry(UUID id, String name, Instant createdAt, @Nullable Instant lastUsedAt) {}
