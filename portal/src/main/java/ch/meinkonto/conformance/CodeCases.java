package ch.meinkonto.conformance;

import ch.meinkonto.catalogue.Activation;
import ch.meinkonto.catalogue.Catalogue;
import ch.meinkonto.catalogue.Service;
import ch.meinkonto.contract.ActivationCode;
import ch.meinkonto.contract.ActivationEnd;
import ch.meinkonto.contract.ActivationLetter;
import ch.meinkonto.contract.ActivationLink;
import ch.meinkonto.contract.SubmissionKind;
import ch.meinkonto.directory.UnitId;
import ch.meinkonto.platform.Ids;
import com.nimbusds.jose.jwk.JWK;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * Codes of letters that nobody got, for a unit with a service that asks for one. Nothing here fits
 * anybody, so that no letter goes to a person and no code is right by chance.
 */
@Component
class CodeCases {

  private final Catalogue catalogue;
  private final Rehearsal rehearsal;

  CodeCases(Catalogue catalogue, Rehearsal rehearsal) {
    this.catalogue = catalogue;
    this.rehearsal = rehearsal;
  }

  /** None when no service of the unit asks for a code. */
  List<Sent.Ready> of(UnitId unit, JWK key) {
    for (var service : catalogue.rehearsed(unit)) {
      var activation = service.activation();
      if (activation != null) {
        return all(key, service, activation);
      }
    }
    return List.of();
  }

  private List<Sent.Ready> all(JWK key, Service service, Activation activation) {
    var all = new ArrayList<Sent.Ready>();
    var code = new ActivationCode("TEST-" + random());
    all.add(
        new Sent.Ready(
            Case.ACTIVATION, rehearsal.activation(key, SubmissionKind.ACTIVATION, service, code)));
    Optional.ofNullable(activation.order())
        .map(CodeCases::letter)
        .ifPresent(letter ->
            all.add(
                new Sent.Ready(
                    Case.ACTIVATION_LETTER,
                    rehearsal.activation(key, SubmissionKind.ACTIVATION_LETTER, service, letter))));
    var end = new ActivationEnd(new ActivationLink("test-" + random()));
    all.add(
        new Sent.Ready(
            Case.ACTIVATION_END,
            rehearsal.activation(key, SubmissionKind.ACTIVATION_END, service, end)));
    return all;
  }

  private static String random() {
    return Ids.next().toString().substring(24).toUpperCase(Locale.ROOT);
  }

  /** Nobody has a number of nothing but zeros. */
  private static ActivationLetter letter(Activation.Order order) {
    return new ActivationLetter(
        order.asks().stream()
            .collect(
                Collectors.toMap(
                    Activation.Detail::id,
                    detail -> detail.digits() == 0 ? "Test" : "0".repeat(detail.digits()))));
  }
}
