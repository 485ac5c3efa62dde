/**
 * What kinds share whose systems know folders and files, wherever these lie: requests in, one
 * folder each; answers out, one file each.
 */
@NullMarked
package ch.meinkonto.connector.files;

import org.jspecify.annotations.NullMarked;
