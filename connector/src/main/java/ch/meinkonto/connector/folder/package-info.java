/** The channel {@code folder}: a request is a folder of files, an answer is a file. */
@NullMarked
package ch.meinkonto.connector.folder;

import org.jspecify.annotations.NullMarked;
