@NullMarked
package ch.meinkonto.platform.web;

import org.jspecify.annotations.NullMarked;
