/** Services by life situation, search, what each asks. */
@ApplicationModule(allowedDependencies = {"platform", "directory"})
@NullMarked
package ch.meinkonto.catalogue;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
