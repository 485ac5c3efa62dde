/**
 * Access, the app on the phone: shows who wants to log in, and confirms it with finger, face or
 * PIN.
 */
@ApplicationModule(allowedDependencies = {"platform", "account", "notification", "trust"})
@NullMarked
package ch.meinkonto.access;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
