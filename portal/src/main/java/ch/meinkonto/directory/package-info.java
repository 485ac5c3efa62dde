/**
 * The city as it is described in its folder: itself, its departments and units, the units’ keys;
 * and the one way in which all modules load what the folder says.
 */
@ApplicationModule(allowedDependencies = {"platform"})
@NullMarked
package ch.meinkonto.directory;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
