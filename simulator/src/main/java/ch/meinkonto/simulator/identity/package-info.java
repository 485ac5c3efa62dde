/** A provider of identities outside the city, like that of the federation: an OpenID Provider. */
@NullMarked
package ch.meinkonto.simulator.identity;

import org.jspecify.annotations.NullMarked;
