package ch.meinkonto.login;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An authenticator app as its owner sees it.
 *
 * @param lastUsedAt null when no code of it was ever asked for
 */
public record Authenticator(Instant createdAt, @Nullable Instant lastUsedAt) {}
