package ch.meinkonto.login;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The mobile number to which codes go, as its owner sees it.
 *
 * @param masked not the whole: whoever looks over a shoulder does not need it
 * @param lastUsedAt null when no code was ever asked for
 */
public record SmsNumber(String masked, Instant createdAt, @Nullable Instant lastUsedAt) {}
