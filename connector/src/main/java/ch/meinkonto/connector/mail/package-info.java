/**
 * The kind {@code mail}: a request becomes one mail to the unit's mailbox, signed and encrypted
 * (S/MIME, RFC 8551); the unit's signed replies come back into the thread.
 */
@NullMarked
package ch.meinkonto.connector.mail;

import org.jspecify.annotations.NullMarked;
