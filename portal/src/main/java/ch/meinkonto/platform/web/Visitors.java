package ch.meinkonto.platform.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;

/** Tells who is looking; the module {@code login} knows. */
public interface Visitors {

  /** The person logged in on this request, empty when nobody is. */
  Optional<Visitor> current(HttpServletRequest request);
}
