package ch.meinkonto.entrance;

import java.util.Optional;
import java.util.function.Supplier;

/**
 * Somebody before the door.
 *
 * @param ticket what their browser has
 * @param account who is logged in; looked up only when it matters
 * @param network from where they come
 * @param proof what their script computed; empty when it did not
 * @param looking whether a script only looks how things stand: nobody is admitted by that
 */
record Visit(
    Optional<Ticket> ticket,
    Supplier<Optional<String>> account,
    String network,
    String proof,
    boolean looking) {}
