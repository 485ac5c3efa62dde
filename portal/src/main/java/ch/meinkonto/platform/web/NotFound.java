package ch.meinkonto.platform.web;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ResponseStatus;

/** There is nothing under this address, or nothing that this visitor may know of. */
@ResponseStatus(HttpStatus.NOT_FOUND)
public class NotFound extends RuntimeException {
  private static final long serialVersionUID = 1;
}
