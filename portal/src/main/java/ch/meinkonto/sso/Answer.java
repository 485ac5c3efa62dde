package ch.meinkonto.sso;

import java.net.URI;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;

/** What is sent back to an application, through the browser (RFC 6749 §4.1.2, RFC 9207). */
final class Answer {

  private Answer() {}

  /**
   * Where to.
   *
   * @param redirectUri an address that the application has registered
   * @param state what it sent along, to be given back
   */
  record Target(String redirectUri, @Nullable String state) {}

  static URI code(Target target, String code, String issuer) {
    return to(target, issuer, "code", code, null);
  }

  static URI error(Target target, SsoError error, String issuer) {
    return to(target, issuer, "error", error.code(), error.description());
  }

  private static URI to(
      Target target, String issuer, String name, String value, @Nullable String description) {
    var address =
        UriComponentsBuilder.fromUriString(target.redirectUri()).queryParam(name, "{value}");
    if (description != null) {
      address.queryParam("error_description", "{description}");
    }
    if (target.state() != null) {
      address.queryParam("state", "{state}");
    }
    return address
        .queryParam("iss", "{iss}")
        .encode()
        .buildAndExpand(
            Map.of(
                "value",
                value,
                "description",
                description == null ? "" : description,
                "state",
                target.state() == null ? "" : target.state(),
                "iss",
                issuer))
        .toUri();
  }
}
