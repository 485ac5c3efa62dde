package ch.meinkonto.trust;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A stretch of a person's log, newest first.
 *
 * @param entries the entries
 * @param next where the next, older stretch begins: to be handed to {@link TrustLog#entries}; null
 *     when there is none
 */
public record LogPage(List<LogEntry> entries, @Nullable UUID next) {}
