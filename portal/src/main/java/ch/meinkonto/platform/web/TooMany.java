package ch.meinkonto.platform.web;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ResponseStatus;

/** Too many requests came from there; the page says to wait. */
@ResponseStatus(HttpStatus.TOO_MANY_REQUESTS)
public class TooMany extends RuntimeException {
  private static final long serialVersionUID = 1;
}
