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

  /** Places with a capacity: one chooses an offer, then fills in a form of the portal. */
  record ByBooking() implements Reach {

    /** Where the offers of this service are. */
    public static String offers(Service service) {
      return service.path() + "/angebote";
    }
  }

  /** Somebody else’s site; the portal explains it before the jump. */
  record ByLink(URI url) implements Reach {}
}
