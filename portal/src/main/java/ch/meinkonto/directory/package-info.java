/** The organisation: departments, units, their keys. */
@ApplicationModule(allowedDependencies = "platform")
@NullMarked
package ch.meinkonto.directory;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
