package ch.meinkonto.journeys;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import ch.meinkonto.form.SampleAnswers;
import com.microsoft.playwright.options.FilePayload;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.regex.Pattern;
import net.codecrete.qrbill.generator.Payments;
import org.junit.jupiter.api.Test;

/** Somebody takes an invoice and pays it at the bank; Olga reads in what the bank says. */
class BankFileTest extends Journey {

  private static final String SERVICE = "wohnsitzbestaetigung";
  private static final ZoneId ZONE = ZoneId.of("Europe/Zurich");
  private static final Pattern AMOUNT = Pattern.compile("CHF (\\d+\\.\\d{2})");

  @Test
  void theInvoiceIsPaidAndWhatDoesNotFitIsToDo() {
    try (var somebody = chromium.window(390, 844, true);
        var olga = chromium.window(1280, 900, true);
        var onThePhone = chromium.window(390, 844, true)) {
      var reference = takesAnInvoice(somebody);
      var amount = AMOUNT.matcher(somebody.main().innerText());
      assertThat(amount.find()).isTrue();

      new Staff(city, chromium).sitsDown(olga, "Olga Betrieb");
      read(olga, file(reference, amount.group(1)));
      assertThat(olga.main().innerText())
          .contains("Bezahlt ist damit: 1 Rechnung", "Ohne Referenz", "Stimmt überein");
      olga.check();
      somebody.page().reload();
      assertThat(somebody.main().innerText()).contains("Bezahlt").contains("Quittung ansehen");
      somebody.check();

      new Staff(city, chromium).sitsDown(onThePhone, "Otto Betrieb");
      onThePhone.open(city.portal().resolve("/betrieb/zahlungen"));
      onThePhone.check();
      onThePhone.press("Das ist erledigt");
      assertThat(onThePhone.main().innerText()).contains("als erledigt vermerkt");
      onThePhone.check();
    }
  }

  /** Its reference. */
  private String takesAnInvoice(Window window) {
    new Entrance(city, window).openAccount();
    window.open(city.portal().resolve("/dienste/" + SERVICE));
    window.press("Jetzt starten");
    var form = CityForms.of(SERVICE);
    new WindowFilling(window, form, SampleAnswers.of(form, ZonedDateTime.now(ZONE), 7))
        .toCheckPage();
    window.press("Weiter zum Bezahlen");
    window.press("Rechnung wählen");
    window.page().waitForURL("**/bestaetigung");
    var name =
        window
            .page()
            .waitForDownload(() -> window.follow("Rechnung herunterladen (PDF)"))
            .suggestedFilename();
    return Payments.createQRReference(name.replaceAll("\\D", ""));
  }

  private void read(Window window, byte[] file) {
    window.open(city.portal().resolve("/betrieb/zahlungen"));
    window.check();
    window.follow("Bankdatei einlesen");
    window.check();
    window
        .page()
        .locator("input[type=file]")
        .setInputFiles(new FilePayload("camt.054.xml", "application/xml", file));
    window.press("Einlesen");
    window.page().waitForURL("**/betrieb/zahlungen");
  }

  /** The credit for the reference, and one that says only who it is from. */
  private static byte[] file(String reference, String amount) {
    var credit =
        """
        <TxDtls><Refs><AcctSvcrRef>%1$s-%2$s</AcctSvcrRef></Refs><Amt Ccy="CHF">%3$s</Amt>
          <CdtDbtInd>CRDT</CdtDbtInd><RltdPties><Dbtr><Pty><Nm>Petra Muster</Nm></Pty></Dbtr></RltdPties>
          <RmtInf>%4$s</RmtInf></TxDtls>
        """;
    var paid = "<Strd><CdtrRefInf><Ref>" + reference + "</Ref></CdtrRefInf></Strd>";
    return """
    <?xml version="1.0" encoding="UTF-8"?>
    <Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.054.001.08"><BkToCstmrDbtCdtNtfctn>
    <Ntfctn><Ntry><Amt Ccy="CHF">1.00</Amt><CdtDbtInd>CRDT</CdtDbtInd><Sts><Cd>BOOK</Cd></Sts>
    <BookgDt><Dt>%s</Dt></BookgDt><NtryDtls>%s%s</NtryDtls></Ntry></Ntfctn>
    </BkToCstmrDbtCdtNtfctn></Document>
    """
        .formatted(
            LocalDate.now(ZONE),
            credit.formatted(reference, "a", amount, paid),
            credit.formatted(reference, "b", "12.00", "<Ustrd>Petra Muster</Ustrd>"))
        .getBytes(UTF_8);
  }
}
