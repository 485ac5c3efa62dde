/** A person: name, contact data, preferences, export, closing. */
@ApplicationModule(allowedDependencies = {"platform", "notification", "trust"})
@NullMarked
package ch.meinkonto.account;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
