/**
 * Single sign-on into the units' own applications: an OpenID Provider. What an application learns
 * is a name of its own for the person and, if they agree, name and contact data.
 */
@ApplicationModule(
    allowedDependencies = {"platform", "login", "account", "catalogue", "directory", "trust"})
@NullMarked
package ch.meinkonto.sso;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
