/**
 * Activations: units that must know for sure whom they have before them send a code by letter;
 * whoever types it in once is known to the unit from then on.
 */
@ApplicationModule(
    allowedDependencies = {
      "platform",
      "directory",
      "catalogue",
      "account",
      "notification",
      "request",
      "trust"
    })
@NullMarked
package ch.meinkonto.activation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
