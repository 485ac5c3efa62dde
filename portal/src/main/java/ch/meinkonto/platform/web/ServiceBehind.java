package ch.meinkonto.platform.web;

import java.util.Optional;

/** Addresses that lead into a service that is not named in them; a module tells of its own. */
public interface ServiceBehind {

  /**
   * The service that gives something away there.
   *
   * @param path a path of this portal, without its query
   * @return its id; empty when it is none of the module's addresses
   */
  Optional<String> service(String path);
}
