/**
 * Conformance: a unit that is not live yet has made-up deliveries sent to it, by the very way of
 * real ones, and reads what its system made of them.
 */
@ApplicationModule(allowedDependencies = {"platform", "directory", "catalogue", "form", "request"})
@NullMarked
package ch.meinkonto.conformance;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
