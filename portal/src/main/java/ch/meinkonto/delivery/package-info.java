/**
 * The contract's server: brings what lies sealed to its unit, by lease or by push, and hears what
 * the unit says.
 */
@ApplicationModule(
    allowedDependencies = {
      "platform",
      "request",
      "activation",
      "conformance",
      "booking",
      "calendar",
      "directory",
      "form",
      "notification",
      "account",
      "operations"
    })
@NullMarked
package ch.meinkonto.delivery;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
