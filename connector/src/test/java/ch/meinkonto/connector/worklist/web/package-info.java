@NullMarked
package ch.meinkonto.connector.worklist.web;

import org.jspecify.annotations.NullMarked;
