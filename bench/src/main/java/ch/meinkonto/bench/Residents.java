package ch.meinkonto.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import ch.meinkonto.account.AccountId;
import ch.meinkonto.account.AccountKind;
import ch.meinkonto.account.Accounts;
import ch.meinkonto.account.EmailAddress;
import ch.meinkonto.account.NewAccount;
import ch.meinkonto.account.PersonName;
import ch.meinkonto.catalogue.ServiceId;
import ch.meinkonto.contract.Assurance;
import ch.meinkonto.contract.RequestId;
import ch.meinkonto.directory.UnitId;
import ch.meinkonto.request.NewRequest;
import ch.meinkonto.request.Requests;
import ch.meinkonto.request.SubmitOutcome;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.IntStream;
import org.springframework.jdbc.core.simple.JdbcClient;

/** People with accounts that really open, and what they send. */
final class Residents {

  /** About as much as one fills in to order something. */
  static final byte[] ANSWERS =
      """
      {"vorname":"Anna","name":"Keller","geburtsdatum":"1984-03-12",
       "adresse":{"strasse":"Badenerstrasse","hausnummer":"101","plz":"8004","ort":"Zürich"},
       "zweck":"bank","anzahl":2,"sprache":"de","zustellung":"post","telefon":"+41 44 111 22 33",
       "bemerkung":"Bitte an meine Wohnadresse senden, ich bin bis Ende Monat dort erreichbar.",
       "gebuehr":{"betrag":"60.00","waehrung":"CHF"}}
      """
          .getBytes(UTF_8);

  private Residents() {}

  /** What is sent: for which service, and the answers as JSON. */
  record Content(String service, byte[] answers) {}

  /** An order. */
  static final Content ORDER = new Content(Surroundings.SERVICE, ANSWERS);

  /** Somebody with an account. */
  record Resident(AccountId account, String email) {}

  /** Opens so many accounts, all with the same password. */
  static List<Resident> register(PortalInside portal, int number, String passwordHash) {
    return IntStream.range(0, number).mapToObj(_ -> register(portal, passwordHash)).toList();
  }

  private static Resident register(PortalInside portal, String passwordHash) {
    var email = UUID.randomUUID() + "@example.org";
    var account =
        portal
            .bean(Accounts.class)
            .open(
                new NewAccount(
                    AccountKind.PRIVATE,
                    new PersonName("Anna", "Keller"),
                    null,
                    EmailAddress.parse(email).orElseThrow(),
                    Locale.GERMAN));
    portal
        .bean(JdbcClient.class)
        .sql("INSERT INTO login_password (account_id, hash, set_at) VALUES (?, ?, now())")
        .params(account.value(), passwordHash)
        .update();
    return new Resident(account, email);
  }

  /** Sends a request in their name. */
  static void send(Requests requests, Resident resident) {
    send(requests, resident, Surroundings.UNIT);
  }

  /** Sends a request in their name to a unit; it is stored when this returns. */
  static RequestId send(Requests requests, Resident resident, String unit) {
    return send(requests, resident, unit, ORDER);
  }

  /** The same with a content of one's own. */
  static RequestId send(Requests requests, Resident resident, String unit, Content content) {
    var outcome =
        requests.submit(
            new NewRequest(
                UUID.randomUUID(),
                new ServiceId(content.service()),
                1,
                new UnitId(unit),
                resident.account(),
                Assurance.LOGIN,
                Locale.GERMAN,
                content.answers(),
                null,
                List.of(),
                List.of(),
                null));
    if (outcome instanceof SubmitOutcome.Received(var envelope)) {
      return envelope.id();
    }
    throw new IllegalStateException("Not received: " + outcome);
  }
}
