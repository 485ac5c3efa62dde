/**
 * The operators' desk: who of the staff may do what, the frame of the pages under {@code /betrieb},
 * what two people must agree on, and the audit of all that staff do. Other modules bring their own
 * pages.
 */
@ApplicationModule(allowedDependencies = {"platform", "account", "login", "directory"})
@NullMarked
package ch.meinkonto.operations;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
