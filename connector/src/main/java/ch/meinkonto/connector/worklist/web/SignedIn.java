package ch.meinkonto.connector.worklist.web;

import ch.meinkonto.connector.worklist.clerk.Clerk;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AbstractAuthenticationToken;

/** A clerk who has shown both factors. */
final class SignedIn extends AbstractAuthenticationToken {

  private static final long serialVersionUID = 1L;

  private final String login;
  private final Instant at;

  SignedIn(Clerk clerk, Instant at) {
    super(List.of());
    this.login = clerk.login();
    this.at = at;
    setAuthenticated(true);
  }

  Instant at() {
    return at;
  }

  @Override
  public Object getCredentials() {
    return "";
  }

  @Override
  public Object getPrincipal() {
    return login;
  }

  @Override
  public String getName() {
    return login;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof SignedIn one && one.login.equals(login) && one.at.equals(at);
  }

  @Override
  public int hashCode() {
    return login.hashCode();
  }
}
