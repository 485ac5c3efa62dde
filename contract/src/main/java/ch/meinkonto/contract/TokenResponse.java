package ch.meinkonto.contract;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Objects;

/** An access token, in the spelling of OAuth 2 (RFC 6749 §5.1). */
public record TokenResponse(
    @JsonProperty("access_token") String accessToken,
    @JsonProperty("token_type") String tokenType,
    @JsonProperty("expires_in") long expiresIn) {
  public TokenResponse {
    Objects.requireNonNull(accessToken, "access_token");
    Objects.requireNonNull(tokenType, "token_type");
  }

  @Override
  public String toString() {
    return "TokenResponse[" + tokenType + ", " + expiresIn + " s]";
  }
}
