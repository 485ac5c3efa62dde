package ch.meinkonto.login;

import java.util.List;

/**
 * What the page of a step-up offers.
 *
 * @param factors what the account has
 * @param password where its password is sent to
 * @param passkey where a passkey's answer is sent to
 * @param app where an app's code is sent to
 * @param buttons with which other factors begin
 * @param recovery where a recovery code is sent to
 */
public record ConfirmView(
    OwnFactors factors,
    String password,
    String passkey,
    String app,
    List<FactorLink> buttons,
    String recovery) {

  public ConfirmView {
    buttons = List.copyOf(buttons);
  }

  static ConfirmView of(OwnFactors factors, ReturnPath next) {
    return new ConfirmView(
        factors,
        next.carriedBy(ConfirmPages.PATH),
        next.carriedBy(ConfirmPages.PATH + ConfirmPages.PASSKEY),
        next.carriedBy(ConfirmPages.PATH + ConfirmPages.APP),
        factors.byButton().stream()
            .flatMap(factor ->
                factor.stepUp().stream()
                    .map(action -> FactorLink.of(factor, next.carriedBy(action))))
            .toList(),
        next.carriedBy(ConfirmPages.PATH + ConfirmPages.RECOVERY));
  }
}
