package ch.meinkonto.access;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A phone that is connected, as its owner sees it.
 *
 * @param name how they call it
 * @param lastUsedAt null when it never confirmed anything
 */
public record Phone(UUID id, String name, Instant createdAt, @Nullable Instant lastUsedAt) {}
