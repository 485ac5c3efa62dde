package ch.meinkonto.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import ch.meinkonto.account.AccountId;
import ch.meinkonto.account.AccountKind;
import ch.meinkonto.account.Accounts;
import ch.meinkonto.account.EmailAddress;
import ch.meinkonto.account.NewAccount;
import ch.meinkonto.account.PersonName;
import ch.meinkonto.catalogue.ServiceId;
import ch.meinkonto.contract.Assurance;
import ch.meinkonto.directory.UnitId;
import ch.meinkonto.request.Attachment;
import ch.meinkonto.request.NewRequest;
import ch.meinkonto.request.RequestEnvelope;
import ch.meinkonto.request.Requests;
import ch.meinkonto.request.SubmitOutcome;
import ch.meinkonto.unit.UnitKeys;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** People of the city of tests, and what they send. */
public final class Residents {

  private Residents() {}

  /** Opens an account for somebody. */
  public static AccountId register(String given, String family) {
    return register(CityOfTests.portal(), given, family);
  }

  /** The same at another portal. */
  public static AccountId register(RunningPortal portal, String given, String family) {
    var address = UUID.randomUUID() + "@example.org";
    return portal
        .bean(Accounts.class)
        .open(
            new NewAccount(
                AccountKind.PRIVATE,
                new PersonName(given, family),
                null,
                EmailAddress.parse(address).orElseThrow(),
                Locale.GERMAN));
  }

  /** A request as the form yields it. */
  public static NewRequest request(
      UnitKeys office, @Nullable AccountId account, String answers, Attachment... attachments) {
    return new NewRequest(
        UUID.randomUUID(),
        new ServiceId("umzug-melden"),
        1,
        new UnitId(office.unitId()),
        account,
        account == null ? Assurance.NONE : Assurance.LOGIN,
        Locale.GERMAN,
        answers.getBytes(UTF_8),
        null,
        List.of(attachments),
        List.of(),
        null);
  }

  /** Sends it. */
  public static RequestEnvelope send(NewRequest request) {
    return send(CityOfTests.portal(), request);
  }

  private static RequestEnvelope send(RunningPortal portal, NewRequest request) {
    return switch (portal.bean(Requests.class).submit(request)) {
      case SubmitOutcome.Received(var envelope) -> envelope;
      case SubmitOutcome.Unpaid unpaid -> throw new AssertionError("it costs something");
      case SubmitOutcome.NoPlace(var why) -> throw new AssertionError(why);
      case SubmitOutcome.UnitCannotReceive() -> throw new AssertionError("no key");
    };
  }

  /** Anna Keller sends something to the office. */
  public static RequestEnvelope annaSends(UnitKeys office) {
    return annaSends(CityOfTests.portal(), office);
  }

  /** The same by another portal. */
  public static RequestEnvelope annaSends(RunningPortal portal, UnitKeys office) {
    var anna = register(portal, "Anna", "Keller");
    return send(portal, request(office, anna, "{\"anzahl\":1}"));
  }
}
