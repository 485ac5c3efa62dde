package ch.meinkonto.catalogue;

import java.util.UUID;

/** What a service asks of somebody besides the login; whoever keeps it says what is missing. */
public interface Admission {

  /** Whether this account has to do something yet before it may use the service. */
  boolean missing(Service service, UUID account);

  /**
   * The page on which it does that.
   *
   * @param back path and query of a page of this portal, where it goes on afterwards
   */
  String address(Service service, String back);
}
