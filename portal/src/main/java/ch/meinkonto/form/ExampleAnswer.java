package ch.meinkonto.form;

import java.time.ZonedDateTime;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An answer that may differ from day to day, so that an example holds on all of them. */
@FunctionalInterface
interface ExampleAnswer {

  /** The answer at a moment in the city’s zone; {@code null} is nothing. */
  @Nullable Object at(ZonedDateTime now);

  /** The answers by name, those left out that are nothing. */
  static Map<String, Object> all(Map<String, ExampleAnswer> answers, ZonedDateTime now) {
    var all = new LinkedHashMap<String, Object>();
    answers.forEach((name, answer) -> {
      var value = answer.at(now);
      if (value != null) {
        all.put(name, value);
      }
    });
    return all;
  }
}
