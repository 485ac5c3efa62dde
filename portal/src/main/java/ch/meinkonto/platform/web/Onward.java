package ch.meinkonto.platform.web;

import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.util.Map;
import org.springframework.web.servlet.ModelAndView;

/**
 * A page that goes on elsewhere by itself. Between a form of the portal and another site it begins
 * a new navigation: our pages forbid their forms to lead elsewhere ({@code form-action}), and
 * browsers count redirects, too.
 */
public final class Onward {

  private Onward() {}

  /** The page; with a button for browsers that stay. */
  public static ModelAndView to(URI address, HttpServletResponse response) {
    response.setHeader("Refresh", "0; url=" + address);
    return new ModelAndView(
        "platform/onward", Map.of("address", address.toString(), "host", address.getHost()));
  }
}
