package ch.meinkonto.login;

import ch.meinkonto.account.AccountId;
import ch.meinkonto.account.EmailAddress;
import ch.meinkonto.platform.database.Write;
import ch.meinkonto.platform.web.NetworkAddress;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AbstractAuthenticationToken;

/** Somebody typed an address and a password; nothing is proved yet. */
final class PasswordAttempt extends AbstractAuthenticationToken {

  private final transient EmailAddress email;
  private final transient String password;
  private final transient NetworkAddress network;
  private final transient @Nullable AccountId account;
  private final transient Optional<String> device;
  private transient @Nullable Write undoing;

  /**
   * An attempt.
   *
   * @param account whose address it is, null when it is nobody's
   * @param device the browser's mark when this account was logged in there before
   */
  PasswordAttempt(
      EmailAddress email,
      String password,
      NetworkAddress network,
      @Nullable AccountId account,
      Optional<String> device) {
    super(List.of());
    this.email = email;
    this.password = password;
    this.network = network;
    this.account = account;
    this.device = device;
  }

  EmailAddress email() {
    return email;
  }

  NetworkAddress network() {
    return network;
  }

  @Nullable AccountId account() {
    return account;
  }

  Optional<String> device() {
    return device;
  }

  /** The password was right. */
  void passed(Write undoing) {
    this.undoing = undoing;
  }

  /** Gives back what was counted, once the password was right. */
  Write undoing() {
    return Objects.requireNonNull(undoing);
  }

  @Override
  public String getCredentials() {
    return password;
  }

  @Override
  public Object getPrincipal() {
    return email;
  }
}
