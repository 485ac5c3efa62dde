package ch.meinkonto.login;

/**
 * What the page of a step-up offers.
 *
 * @param factors what the account has
 * @param password where its password is sent to
 * @param passkey where a passkey's answer is sent to
 * @param access where the phone is asked from
 * @param app where an app's code is sent to
 * @param recovery where a recovery code is sent to
 */
public record ConfirmView(
    OwnFactors factors,
    String password,
    String passkey,
    String access,
    String app,
    String recovery) {

  static ConfirmView of(OwnFactors factors, ReturnPath next) {
    return new ConfirmView(
        factors,
        next.carriedBy(ConfirmPages.PATH),
        next.carriedBy(ConfirmPages.PATH + ConfirmPages.PASSKEY),
        next.carriedBy(ConfirmPages.PATH + ConfirmPages.ACCESS),
        next.carriedBy(ConfirmPages.PATH + ConfirmPages.APP),
        next.carriedBy(ConfirmPages.PATH + ConfirmPages.RECOVERY));
  }
}
