@NullMarked
package ch.meinkonto.connector.sftp;

import org.jspecify.annotations.NullMarked;
