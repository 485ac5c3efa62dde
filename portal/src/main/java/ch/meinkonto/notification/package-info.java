/** Tells an address something, by mail or SMS; never the content of a message or a request. */
@ApplicationModule(allowedDependencies = "platform")
@NullMarked
package ch.meinkonto.notification;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
