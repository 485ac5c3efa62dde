/**
 * What every module stands on: ids, clock, crypto at rest, page frame, errors, locale, rate limits,
 * timed work.
 */
@ApplicationModule(
    type = ApplicationModule.Type.OPEN,
    allowedDependencies = {})
@NullMarked
package ch.meinkonto.platform;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
