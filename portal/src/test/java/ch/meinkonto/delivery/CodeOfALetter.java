package ch.meinkonto.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import ch.meinkonto.account.AccountId;
import ch.meinkonto.activation.Activations;
import ch.meinkonto.activation.SendOutcome;
import ch.meinkonto.activation.Sender;
import ch.meinkonto.activation.Standing;
import ch.meinkonto.catalogue.Catalogue;
import ch.meinkonto.catalogue.Service;
import ch.meinkonto.contract.ActivationLink;
import ch.meinkonto.contract.Assurance;
import ch.meinkonto.directory.UnitId;
import ch.meinkonto.testing.CityOfTests;
import ch.meinkonto.testing.Residents;
import java.util.Locale;

/** Vreni types in the code of a letter, for a service as if it were this unit's. */
final class CodeOfALetter {

  static final ActivationLink LINK = new ActivationLink("lk-conformance");

  private final Activations activations = CityOfTests.portal().bean(Activations.class);
  private final AccountId vreni = Residents.register("Vreni", "Muster");
  private final Service service;

  CodeOfALetter(String unit) {
    var one =
        CityOfTests.portal().bean(Catalogue.class).all(Locale.GERMAN).stream()
            .filter(any -> any.activation() != null)
            .findFirst()
            .orElseThrow();
    service =
        new Service(
            one.id(),
            new UnitId(unit),
            one.version(),
            one.level(),
            one.reach(),
            one.situations(),
            one.aliases(),
            one.texts(),
            one.activation(),
            one.answersAtOnce(),
            one.audience(),
            one.byMandate());
  }

  void typedIn() {
    var sender = new Sender(vreni, Assurance.TWO_FACTORS, Locale.GERMAN);
    assertThat(activations.send(sender, service, "7KQ2-M9XD"))
        .isEqualTo(new SendOutcome.UnderWay());
  }

  boolean activated() {
    return activations.standing(vreni, service) instanceof Standing.Active;
  }
}
