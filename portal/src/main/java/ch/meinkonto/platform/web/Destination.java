package ch.meinkonto.platform.web;

import java.util.Locale;
import java.util.Optional;

/** What pages are for, as people call it; a module tells it of its own. */
public interface Destination {

  /**
   * The name of what somebody does there, such as a service's.
   *
   * @param address path and query of a page of this portal
   * @return empty when it is none of the module's
   */
  Optional<String> name(String address, Locale locale);

  /** The e-mail address of whom the page expects; whoever said so may have said anything. */
  default Optional<String> expected(String address) {
    return Optional.empty();
  }
}
