package ch.meinkonto.login;

/**
 * What an account has besides its password.
 *
 * @param passkey whether it has a passkey
 * @param access whether a phone with the app Access is connected
 * @param app whether it has an authenticator app
 * @param recoveryCodes how many recovery codes are left
 */
public record OwnFactors(boolean passkey, boolean access, boolean app, int recoveryCodes) {

  /** Whether one of them is for every day; recovery codes are for need. */
  public boolean any() {
    return passkey || access || app;
  }
}
