@NullMarked
package ch.meinkonto.connector.mail;

import org.jspecify.annotations.NullMarked;
