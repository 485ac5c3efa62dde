package ch.meinkonto.operations;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A proposal in the words of a page.
 *
 * @param what what will be done
 * @param decided by whom and when it was decided
 * @param confirmable whether this reader may confirm it
 * @param declinable whether this reader may decline it, or take it back
 */
public record ProposalView(
    UUID id,
    String what,
    String reason,
    String proposed,
    String until,
    Proposal.State state,
    @Nullable String decided,
    boolean own,
    boolean confirmable,
    boolean declinable) {}
