package ch.meinkonto.payment;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import ch.meinkonto.catalogue.ServiceId;
import ch.meinkonto.directory.UnitId;
import ch.meinkonto.platform.Command;
import ch.meinkonto.platform.PortalSettings;
import ch.meinkonto.testing.Browser;
import ch.meinkonto.testing.Colleagues;
import ch.meinkonto.testing.Mailbox;
import ch.meinkonto.testing.PortalTest;
import ch.meinkonto.testing.TickingClock;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Olga reads in what the bank says, and sees what does not fit; Rita audits. */
@PortalTest
class BooksPagesTest {

  private static final String DESK = BooksPages.PATH;
  private static final String BANK = DESK + "/bank";
  private static final String DAY = DESK + "?von=2026-12-01&bis=2026-12-01";
  private static final BigDecimal FEE = new BigDecimal("68.50");

  @LocalServerPort int port;
  @Autowired Mailbox mailbox;
  @Autowired List<Command> commands;
  @Autowired PortalSettings settings;
  @Autowired TickingClock clock;
  @Autowired PaymentLedger payments;
  @Autowired Refunds refunds;
  @Autowired JdbcClient jdbc;

  private Colleagues colleagues;
  private Browser olga;

  @BeforeEach
  void olgaIsThere() {
    colleagues = new Colleagues(port, settings.baseUrl(), mailbox, commands);
    olga = colleagues.hire("Olga", "operator").browser();
  }

  @AfterEach
  void clear() {
    jdbc.sql("DELETE FROM payment_credit").update();
    jdbc.sql("DELETE FROM payment_bank_file").update();
    jdbc.sql("DELETE FROM payment").update();
  }

  @Test
  void theInvoiceThatTheBankNamesIsPaid() {
    var invoice = invoiced();
    var answer = send(new Notification("m-1").paid("b-1", "68.50", reference(invoice)));
    assertThat(olga.get(answer.location()).body())
        .contains("1 Rechnung", "Nichts zu tun")
        .doesNotContain("Petra");
    var paid = payments.find(invoice.id()).orElseThrow();
    assertThat(paid.state()).isEqualTo(PaymentState.PAID);
    assertThat(paid.way()).isEqualTo(Way.INVOICE);
    assertThat(olga.get(DAY).body()).contains("Schulamt", "CHF 68.50", "Stimmt überein");
    assertThat(olga.get(DAY.replace("?", "/zahlungen.csv?")).body())
        .contains("2026-12-01,Schulamt,Rechnung,1,68.50,0.00,68.50,0.00,0.00,0");
  }

  @Test
  void whatDoesNotFitIsSaidWithWhatToDo() {
    var invoice = invoiced();
    var cancelled = invoiced();
    refunds.giveBack(cancelled.id());
    var file =
        new Notification("m-2")
            .paid("b-1", "60.00", reference(invoice))
            .paid("b-2", "68.50", reference(invoice))
            .paid("b-3", "68.50", reference(invoice))
            .paid("b-4", "68.50", reference(cancelled))
            .paid("b-5", "68.50", "000000000000000000000047119")
            .paidWithWords("b-6", "68.50")
            .reversed("b-7", "68.50");
    assertThat(olga.get(send(file).location()).body())
        .contains(
            "Falscher Betrag",
            "Zweimal bezahlt",
            "Bezahlt, obwohl nichts mehr geschuldet ist",
            "Unbekannte Referenz",
            "Ohne Referenz",
            "Gutschrift zurückgenommen",
            "b-7");
    assertThat(findings())
        .containsExactly(
            "wrong-amount",
            "matched",
            "twice",
            "not-owed",
            "unknown-reference",
            "no-reference",
            "reversed");
    assertThat(olga.get("/betrieb").body()).contains("Zahlungen: 6 Abweichungen");
    assertThat(
            jdbc.sql("SELECT string_agg(c::text, ' ') FROM payment_credit c")
                .query(String.class)
                .single())
        .doesNotContain("Muster", "Petra", "CH56");
  }

  @Test
  void whatComesAfterItsTimePaysAllTheSame() {
    var invoice = invoiced();
    jdbc.sql("UPDATE payment SET state_since = '2026-10-01T10:00:00Z' WHERE id = :id")
        .param("id", invoice.id().value())
        .update();
    send(new Notification("m-3").paid("b-1", "68.50", reference(invoice)));
    assertThat(findings()).containsExactly("late");
    assertThat(payments.find(invoice.id()).orElseThrow().state()).isEqualTo(PaymentState.PAID);
  }

  @Test
  void aFileCountsOnceAndSoDoesEachCredit() {
    var invoice = invoiced();
    var file = new Notification("m-4").paid("b-1", "68.50", reference(invoice));
    olga.get(send(file).location());
    assertThat(olga.get(send(file).location()).body()).contains("schon eingelesen");
    var again = new Notification("m-5").paid("b-1", "68.50", reference(invoice));
    assertThat(olga.get(send(again).location()).body()).contains("Schon bekannt: 1");
    assertThat(findings()).containsExactly("matched");
    assertThat(send("<Document/>".getBytes(UTF_8)).status()).isEqualTo(422);
  }

  @Test
  void whatOlgaHasTransferredIsSettledAndRitaReadsWho() {
    var invoice = invoiced();
    send(new Notification("m-6").paid("b-1", "68.50", reference(invoice)));
    refunds.decide(invoice.id(), "r-1", BigDecimal.TEN);
    var page = olga.get(DESK).body();
    assertThat(page).contains("Von Hand überweisen", "CHF 10.00");
    var action = Pattern.compile(DESK + "/[0-9a-f-]{36}/erledigt").matcher(page);
    assertThat(action.find()).isTrue();
    assertThat(olga.submit(DESK, action.group(), Map.of()).location()).isEqualTo(DESK);
    assertThat(olga.get(DESK).body()).contains("Nichts zu tun").doesNotContain("Von Hand");
    assertThat(olga.post(action.group(), olga.token(DESK), Map.of()).status()).isEqualTo(404);

    var rita = colleagues.hire("Rita", "auditor").browser();
    assertThat(rita.get("/betrieb/protokoll").body()).contains("Zahlung erledigt");
    assertThat(rita.get(DAY).body()).contains("CHF 68.50").doesNotContain("/bank\"");
    assertThat(rita.get(BANK).status()).isEqualTo(404);
  }

  @Test
  void whatTheProviderSaysOtherwiseIsSaid() {
    var payment = charge();
    payments.move(payment, PaymentState.PAID, Way.ONLINE);
    jdbc.sql(
            """
            INSERT INTO payment_attempt (id, payment_id, transaction, state, state_since, counts,
              compared_at, differs)
            VALUES (gen_random_uuid(), :payment, 't-1', 'settled', now(), true, now(), true)
            """)
        .param("payment", payment.id().value())
        .update();
    assertThat(olga.get(DESK).body())
        .contains("Beim Zahlungsdienst nicht gebucht", "Bitte melden Sie sich beim Zahlungsdienst");
  }

  @Test
  void whoLooksAfterAUnitSeesNoMoney() {
    var sina = colleagues.hire("Sina", "service-owner", "schulamt").browser();
    assertThat(sina.get(DESK).status()).isEqualTo(404);
    assertThat(sina.get(DESK + "/zahlungen.csv").status()).isEqualTo(404);
    assertThat(sina.get("/betrieb").body()).doesNotContain(DESK);
  }

  private Payment charge() {
    return payments.add(
        new Charge(
            "request",
            UUID.randomUUID(),
            new ServiceId("umzug-melden"),
            new UnitId("schulamt"),
            UUID.randomUUID(),
            Locale.GERMAN,
            FEE,
            Set.of(Way.ONLINE, Way.INVOICE),
            null),
        clock.instant());
  }

  private Payment invoiced() {
    var payment = charge();
    payments.move(payment, PaymentState.INVOICED, Way.INVOICE);
    return payments.find(payment.id()).orElseThrow();
  }

  private static String reference(Payment payment) {
    return InvoicePdf.reference(payment);
  }

  private Browser.Answer send(Notification file) {
    return send(file.bytes());
  }

  private Browser.Answer send(byte[] file) {
    return olga.postFiles(
        BANK, olga.token(BANK), Map.of(), List.of(new Browser.Upload("datei", "camt.xml", file)));
  }

  private List<String> findings() {
    return jdbc.sql("SELECT finding FROM payment_credit ORDER BY bank_reference")
        .query(String.class)
        .list();
  }
}
