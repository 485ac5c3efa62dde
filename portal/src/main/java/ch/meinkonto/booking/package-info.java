/**
 * Places with a capacity: what units offer, who holds a place while they fill in and pay, what is
 * booked. Never more than there are, on any number of nodes; forgets who has a place as soon as the
 * unit knows.
 */
@ApplicationModule(
    allowedDependencies = {
      "platform",
      "directory",
      "catalogue",
      "form",
      "account",
      "request",
      "notification"
    })
@NullMarked
package ch.meinkonto.booking;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
