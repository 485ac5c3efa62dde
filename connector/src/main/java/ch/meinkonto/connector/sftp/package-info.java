/** The kind {@code sftp}: requests as folders of files on a unit's server. */
@NullMarked
package ch.meinkonto.connector.sftp;

import org.jspecify.annotations.NullMarked;
