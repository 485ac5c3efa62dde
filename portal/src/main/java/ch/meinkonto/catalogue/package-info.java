/**
 * What the city offers: services by life situation, by unit and by name, what each asks, and the
 * search that finds them.
 */
@ApplicationModule(allowedDependencies = {"platform", "directory", "account", "operations"})
@NullMarked
package ch.meinkonto.catalogue;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
