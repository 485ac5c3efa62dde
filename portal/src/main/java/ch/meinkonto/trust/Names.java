package ch.meinkonto.trust;

import java.util.Locale;
import java.util.Optional;

/** What the people and things in the log are called; modules that know them provide it. */
public interface Names {

  /** The name of a unit. */
  Optional<String> unit(String id, Locale locale);

  /** The name of what an entry is about, such as a service. */
  Optional<String> subject(String id, Locale locale);
}
