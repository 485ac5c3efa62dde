/**
 * Mandates: somebody lets somebody else send forms for them. For chosen services, until a day,
 * ended by either of the two at any time.
 */
@ApplicationModule(
    allowedDependencies = {
      "platform",
      "directory",
      "catalogue",
      "form",
      "account",
      "notification",
      "trust"
    })
@NullMarked
package ch.meinkonto.mandate;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
