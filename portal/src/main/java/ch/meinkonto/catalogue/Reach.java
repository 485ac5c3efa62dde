package ch.meinkonto.catalogue;

import java.net.URI;

/** How one gets a service. */
public sealed interface Reach {

  /** A form of the portal. */
  record ByForm() implements Reach {}

  /**
   * The unit’s own web application, into which one signs in with the account.
   *
   * @param id how {@code sso.yaml} names it
   */
  record ByApplication(String id) implements Reach {

    /** Below this, each application has an address that leads into it. */
    public static final String PATH = "/sso/oeffnen";

    /** Where it opens. */
    public String path() {
      return PATH + "/" + id;
    }
  }

  /** Somebody else’s site; the portal explains it before the jump. */
  record ByLink(URI url) implements Reach {}
}
