/**
 * What a resident and the units write each other: a thread for each request, readable only under
 * the account's own key.
 */
@ApplicationModule(
    allowedDependencies = {
      "platform",
      "account",
      "directory",
      "catalogue",
      "form",
      "calendar",
      "request",
      "notification",
      "trust"
    })
@NullMarked
package ch.meinkonto.messages;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
