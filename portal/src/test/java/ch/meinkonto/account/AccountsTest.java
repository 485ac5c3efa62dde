package ch.meinkonto.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ch.meinkonto.testing.PortalTest;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;

@PortalTest
@RecordApplicationEvents
class AccountsTest {

  @Autowired Accounts accounts;
  @Autowired AccountCipher cipher;
  @Autowired BrowserSecrets secrets;
  @Autowired JdbcClient jdbc;
  @Autowired ApplicationEvents events;

  @Test
  void mayaOpensAnAccountAndFindsItAgain() {
    var maya = open("Maya", "Keller");

    var account = accounts.find(maya).orElseThrow();

    assertThat(account.name()).isEqualTo(new PersonName("Maya", "Keller"));
    assertThat(account.kind()).isEqualTo(AccountKind.PRIVATE);
    assertThat(account.phone()).isNull();
    assertThat(account.address()).isNull();
    assertThat(account.language()).isEqualTo(Locale.GERMAN);
    assertThat(account.notifyBy()).isEqualTo(NotifyBy.EVERYTHING);
    assertThat(accounts.byEmail(account.email())).contains(maya);
    assertThat(events.stream(AccountOpened.class)).contains(new AccountOpened(maya.value()));
  }

  @Test
  void nothingAboutMayaIsReadableInTheDatabase() {
    var maya = open("Mayaklartext", "Kellerklartext");
    accounts.changeContact(maya, "+41443334455", address());

    var row =
        jdbc.sql("SELECT account::text FROM account WHERE id = :id")
            .param("id", maya.value())
            .query(String.class)
            .single();

    for (var word : new String[] {"Mayaklartext", "+41443334455", "Langstrasse", "example.org"}) {
      assertThat(row)
          .doesNotContain(word)
          .doesNotContain(
              java.util.HexFormat.of()
                  .formatHex(word.getBytes(java.nio.charset.StandardCharsets.UTF_8)));
    }
  }

  @Test
  void whatMayasBrowsersEncryptWithIsHersAloneAndGoesWithTheAccount() {
    var maya = open("Maya", "Keller");
    var secret = secrets.of(maya);

    assertThat(secret).hasSize(32).isEqualTo(secrets.of(maya));
    assertThat(secret).isNotEqualTo(secrets.of(open("Maya", "Keller")));

    accounts.close(maya);
    assertThatThrownBy(() -> secrets.of(maya)).isInstanceOf(NoSuchAccount.class);
  }

  @Test
  void anAddressOpensOnlyOneAccount() {
    var email = someEmail("noemi");
    accounts.open(newAccount("Noemi", "Frei", email));

    assertThatThrownBy(() -> accounts.open(newAccount("Nina", "Frei", email)))
        .isInstanceOf(EmailTaken.class);
  }

  @Test
  void twoPeopleCannotTakeTheSameAddressOneAfterTheOther() {
    var urs = open("Urs", "Gerber");
    var vera = accounts.find(open("Vera", "Gerber")).orElseThrow();

    assertThatThrownBy(() -> accounts.changeEmail(urs, vera.email()))
        .isInstanceOf(EmailTaken.class);
    assertThat(accounts.byEmail(vera.email())).contains(vera.id());
  }

  @Test
  void ursMovesAndChangesEverything() {
    var urs = open("Urs", "Gerber");
    var before = accounts.find(urs).orElseThrow().email();
    var after = someEmail("urs.neu");

    accounts.changeName(urs, new PersonName("Urs", "Gerber Rossi"), null);
    accounts.changeContact(urs, "+41443334455", address());
    accounts.changePreferences(urs, Locale.ENGLISH, new NotifyBy(true, false));
    accounts.changeEmail(urs, after);

    var account = accounts.find(urs).orElseThrow();
    assertThat(account.name().family()).isEqualTo("Gerber Rossi");
    assertThat(account.phone()).isEqualTo("+41443334455");
    assertThat(account.address()).isEqualTo(address());
    assertThat(account.language()).isEqualTo(Locale.ENGLISH);
    assertThat(account.notifyBy().progress()).isFalse();
    assertThat(accounts.byEmail(after)).contains(urs);
    assertThat(accounts.byEmail(before)).isEmpty();
  }

  @Test
  void eachUnitKnowsMayaUnderAnotherName() {
    var maya = open("Maya", "Keller");

    var forTaxes = accounts.subjectFor(maya, "steueramt");
    var forSchool = accounts.subjectFor(maya, "schulamt");

    assertThat(forTaxes).isNotEqualTo(forSchool).hasSize(22);
    assertThat(accounts.subjectFor(maya, "steueramt")).isEqualTo(forTaxes);
    assertThat(forTaxes).doesNotContain(maya.toString());
  }

  @Test
  void aValueOpensOnlyWhereItWasPutAndOnlyForItsAccount() {
    var maya = open("Maya", "Keller");
    var noemi = open("Noemi", "Frei");
    var sealed = cipher.encrypt(maya, new byte[] {1, 2, 3}, "test.place/1");

    assertThat(cipher.decrypt(maya, sealed, "test.place/1")).containsExactly(1, 2, 3);
    assertThatThrownBy(() -> cipher.decrypt(maya, sealed, "test.place/2"))
        .isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> cipher.decrypt(noemi, sealed, "test.place/1"))
        .isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> cipher.decrypt(maya, new byte[5], "test.place/1"))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void closingDestroysTheKeyAndErasesEverything() {
    var maya = open("Maya", "Keller");
    var email = accounts.find(maya).orElseThrow().email();
    accounts.subjectFor(maya, "steueramt");
    var sealed = cipher.encrypt(maya, new byte[] {1}, "test.place/1");

    accounts.close(maya);
    accounts.close(maya);

    assertThat(accounts.find(maya)).isEmpty();
    assertThat(accounts.byEmail(email)).isEmpty();
    assertThatThrownBy(() -> cipher.decrypt(maya, sealed, "test.place/1"))
        .isInstanceOf(NoSuchAccount.class);
    assertThatThrownBy(() -> accounts.subjectFor(maya, "steueramt"))
        .isInstanceOf(NoSuchAccount.class);
    assertThat(events.stream(AccountClosed.class)).containsOnly(new AccountClosed(maya.value()));
  }

  private AccountId open(String given, String family) {
    return accounts.open(newAccount(given, family, someEmail(given)));
  }

  private static NewAccount newAccount(String given, String family, EmailAddress email) {
    return new NewAccount(
        AccountKind.PRIVATE, new PersonName(given, family), null, email, Locale.GERMAN);
  }

  private static EmailAddress someEmail(String name) {
    return EmailAddress.parse(name + "." + UUID.randomUUID() + "@example.org").orElseThrow();
  }

  private static PostalAddress address() {
    return new PostalAddress("Langstrasse", "10a", null, "8004", "Zürich", "CH");
  }
}
