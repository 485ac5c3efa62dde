/**
 * The waiting room: in front of what an operator marks, or by itself under load. Who comes before
 * opening is shuffled, who comes later queues; how many get in follows what the nodes can carry.
 */
@ApplicationModule(allowedDependencies = {"platform", "catalogue", "account", "operations"})
@NullMarked
package ch.meinkonto.entrance;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
