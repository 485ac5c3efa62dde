/**
 * The counter: staff who check a person's identity document, and give them a code with which they
 * recover their account.
 */
@ApplicationModule(allowedDependencies = {"platform", "login", "account", "trust"})
@NullMarked
package ch.meinkonto.counter;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
