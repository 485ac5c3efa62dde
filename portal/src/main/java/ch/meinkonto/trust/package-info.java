/**
 * A tamper-evident record of who received or did what about a person, and the person's view of it.
 */
@ApplicationModule(allowedDependencies = "platform")
@NullMarked
package ch.meinkonto.trust;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
