/**
 * Days and hours that units tell everybody, at public addresses that name nobody: whoever
 * subscribes is known to their own calendar only.
 */
@ApplicationModule(allowedDependencies = {"platform", "directory", "catalogue"})
@NullMarked
package ch.meinkonto.calendar;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
