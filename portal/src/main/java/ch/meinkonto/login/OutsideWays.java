package ch.meinkonto.login;

import java.util.List;
import java.util.Locale;

/** Further ways in, which another module brings; the login page offers them. */
public interface OutsideWays {

  /** All that one may take now, in the order of the page. */
  List<Way> offered(Locale language);

  /**
   * A way in.
   *
   * @param name what it is called
   * @param address where a press of its button is sent (POST, with {@code weiter} in the address)
   */
  record Way(String name, String address) {}
}
