package ch.meinkonto.platform.web;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ResponseStatus;

/** There was something under this address, but it has been erased. */
@ResponseStatus(HttpStatus.GONE)
public class Gone extends RuntimeException {
  private static final long serialVersionUID = 1;
}
