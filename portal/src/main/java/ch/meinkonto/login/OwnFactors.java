package ch.meinkonto.login;

import java.util.List;

/**
 * What an account has besides its password.
 *
 * @param passkey whether it has a passkey
 * @param app whether it has an authenticator app
 * @param byButton those whose step-up begins with a button
 * @param recoveryCodes how many recovery codes are left
 */
public record OwnFactors(
    boolean passkey, boolean app, List<SecondFactor> byButton, int recoveryCodes) {

  public OwnFactors {
    byButton = List.copyOf(byButton);
  }

  /** Whether one of them is for every day; recovery codes are for need. */
  public boolean any() {
    return passkey || app || !byButton.isEmpty();
  }
}
