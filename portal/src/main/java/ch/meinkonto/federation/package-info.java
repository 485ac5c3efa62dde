/**
 * Identity from outside: OpenID Providers whose word opens an account that its owner connected with
 * them before.
 */
@ApplicationModule(allowedDependencies = {"platform", "login", "account", "directory", "trust"})
@NullMarked
package ch.meinkonto.federation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
