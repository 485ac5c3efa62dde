package ch.meinkonto.sso;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** An application that somebody agreed to, as pages show it. */
public record Connection(ApplicationView application, Instant since, @Nullable Instant lastUsed) {}
