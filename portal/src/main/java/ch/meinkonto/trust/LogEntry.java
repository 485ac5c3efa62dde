package ch.meinkonto.trust;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An entry as the person may read it.
 *
 * @param sequence its place in the log, null for the few seconds until it has one
 */
public record LogEntry(
    UUID id,
    Instant at,
    String kind,
    String actor,
    String subject,
    String ground,
    @Nullable Long sequence) {}
