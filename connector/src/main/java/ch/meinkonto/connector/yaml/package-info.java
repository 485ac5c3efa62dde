/** A checked YAML file: what is wrong is found all at once, with file and line. */
@NullMarked
package ch.meinkonto.connector.yaml;

import org.jspecify.annotations.NullMarked;
