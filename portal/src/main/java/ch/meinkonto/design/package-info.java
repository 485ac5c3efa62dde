/** The product's look, shown part by part: in the demo only. */
@ApplicationModule(allowedDependencies = "platform")
@NullMarked
package ch.meinkonto.design;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
