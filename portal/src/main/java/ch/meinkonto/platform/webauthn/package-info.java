/** Keys that devices keep and their owners unlock (W3C Web Authentication, Level 3). */
@NullMarked
package ch.meinkonto.platform.webauthn;

import org.jspecify.annotations.NullMarked;
