/**
 * Reading a city's files: typed access to YAML in which every complaint carries file and line, and
 * which no file, however hostile, can make slow or big.
 */
@NullMarked
package ch.meinkonto.platform.yaml;

import org.jspecify.annotations.NullMarked;
