/**
 * Forms as data: definition, validation, the answers’ schema, drafts that only the visitor’s
 * browser can open, and the pages that ask.
 */
@ApplicationModule(allowedDependencies = {"platform", "directory", "catalogue"})
@NullMarked
package ch.meinkonto.form;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
