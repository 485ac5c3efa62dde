package ch.meinkonto.messages;

import ch.meinkonto.contract.RequestId;
import ch.meinkonto.contract.RequestState;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A thread, opened.
 *
 * @param asks whether a question waits for an answer
 * @param unopened whether a formal delivery waits to be opened
 * @param newest the newest message, null where it was not asked for
 */
record OpenedThread(
    ThreadId id,
    RequestId request,
    RequestState state,
    boolean asks,
    boolean unopened,
    int unread,
    UUID lastMessageId,
    boolean archived,
    Subject subject,
    @Nullable Letter newest) {}
