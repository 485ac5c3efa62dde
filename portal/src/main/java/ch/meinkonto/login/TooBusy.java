package ch.meinkonto.login;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ResponseStatus;

/** So many people log in that one would wait too long. */
@ResponseStatus(HttpStatus.SERVICE_UNAVAILABLE)
class TooBusy extends RuntimeException {
  private static final long serialVersionUID = 1;
}
