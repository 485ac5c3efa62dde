package ch.meinkonto.login;

/**
 * What an account has besides its password.
 *
 * @param passkey whether it has a passkey
 * @param app whether it has an authenticator app
 * @param recoveryCodes how many recovery codes are left
 */
public record OwnFactors(boolean passkey, boolean app, int recoveryCodes) {

  /** Whether one of them is for every day; recovery codes are for need. */
  public boolean any() {
    return passkey || app;
  }
}
