package ch.meinkonto.login;

import ch.meinkonto.account.AccountId;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.core.authority.FactorGrantedAuthority;

/**
 * Somebody who proved who they are. Knows the account's id and nothing about the person; its name,
 * under which Spring knows it, is the id.
 */
final class LoggedIn extends AbstractAuthenticationToken {

  private final transient AccountId account;
  private final transient Instant since;

  LoggedIn(AccountId account, Instant since) {
    super(
        List.of(
            FactorGrantedAuthority.withAuthority(FactorGrantedAuthority.PASSWORD_AUTHORITY)
                .issuedAt(since)
                .build()));
    this.account = account;
    this.since = since;
    setAuthenticated(true);
  }

  AccountId account() {
    return account;
  }

  /** When the password was entered. */
  Instant since() {
    return since;
  }

  @Override
  public @Nullable Object getCredentials() {
    return null;
  }

  @Override
  public UUID getPrincipal() {
    return account.value();
  }

  @Override
  public String getName() {
    return account.toString();
  }
}
