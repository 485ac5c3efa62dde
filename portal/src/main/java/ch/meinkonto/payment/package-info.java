/**
 * What is paid before a unit gets it: asks for an amount once, whatever browsers, the provider and
 * the network do, tells who sold it, and gives money back. Keeps no card data.
 */
@ApplicationModule(
    allowedDependencies = {"platform", "directory", "catalogue", "account", "operations", "trust"})
@NullMarked
package ch.meinkonto.payment;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
