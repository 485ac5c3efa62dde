/**
 * Requests: takes what a form yields, seals it for the unit in charge, keeps its envelope and its
 * receipts, and knows where each request stands.
 */
@ApplicationModule(
    allowedDependencies = {
      "platform",
      "directory",
      "catalogue",
      "form",
      "account",
      "payment",
      "calendar",
      "mandate",
      "trust"
    })
@NullMarked
package ch.meinkonto.request;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
