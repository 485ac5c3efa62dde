@NullMarked
package ch.meinkonto.connector.handover;

import org.jspecify.annotations.NullMarked;
