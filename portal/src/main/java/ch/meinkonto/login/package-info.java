/** Factors, sessions, registration: how somebody proves who they are. */
@ApplicationModule(allowedDependencies = {"platform", "access", "account", "notification", "trust"})
@NullMarked
package ch.meinkonto.login;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
