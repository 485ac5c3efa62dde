package ch.meinkonto.catalogue;

import java.net.URI;

/** How one gets a service. */
public sealed interface Reach {

  /** A form of the portal. */
  record ByForm() implements Reach {}

  /** Somebody else’s site; the portal explains it before the jump. */
  record ByLink(URI url) implements Reach {}
}
