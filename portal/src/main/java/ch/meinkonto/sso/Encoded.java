package ch.meinkonto.sso;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.springframework.web.util.UriUtils;

/** Text as it stands in an address. */
final class Encoded {

  private Encoded() {}

  static String text(String text) {
    return UriUtils.encode(text, UTF_8);
  }
}
