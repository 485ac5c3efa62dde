/**
 * Statistics without people: counts by month what the other modules tell, rounds it, and shows it
 * to everybody.
 */
@ApplicationModule(
    allowedDependencies = {
      "platform",
      "directory",
      "catalogue",
      "form",
      "account",
      "login",
      "request",
      "delivery"
    })
@NullMarked
package ch.meinkonto.statistics;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
