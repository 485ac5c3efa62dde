/**
 * Files that residents send: what they are by what is in them, and names that harm nobody. Every
 * door through which files come in uses this one inspection.
 */
@NullMarked
package ch.meinkonto.platform.upload;

import org.jspecify.annotations.NullMarked;
