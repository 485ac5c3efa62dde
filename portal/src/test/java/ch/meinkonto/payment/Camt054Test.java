package ch.meinkonto.payment;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A bank says who paid what: how much, when and for what is read of it, and no more. */
class Camt054Test {

  private static final String REFERENCE = "000000000000000000000047119";
  private static final LocalDate DAY = LocalDate.of(2026, 12, 1);

  @Test
  void readsHowMuchWhenAndForWhatAndNothingOfWhoPaid() {
    var file =
        new Notification("m-1")
            .paid("b-1", "68.50", "00 00000 00000 00000 00000 47119")
            .paidWithWords("b-2", "10.00")
            .reversed("b-3", "5.00");
    assertThat(read(file.bytes()))
        .containsExactly(
            new BankCredit("b-1", DAY, "CHF", new BigDecimal("68.50"), false, REFERENCE),
            new BankCredit("b-2", DAY, "CHF", new BigDecimal("10.00"), false, null),
            new BankCredit("b-3", DAY, "CHF", new BigDecimal("5.00"), true, null))
        .noneMatch(credit -> credit.toString().contains("Muster"));
    assertThat(read(file.bytes()).getFirst().number()).hasValue(4711);
  }

  @Test
  void anEntryWithoutTransactionsIsOneItselfAndWhatIsNotBookedIsNone() {
    var whole = text(new Notification("m-2")).replace("<NtryDtls></NtryDtls>", "");
    assertThat(read(whole.getBytes(UTF_8)))
        .containsExactly(
            new BankCredit("sum-m-2", DAY, "CHF", new BigDecimal("999.00"), false, null));
    assertThat(read(whole.replace("BOOK", "PDNG").getBytes(UTF_8))).isEmpty();
  }

  @Test
  void aReferenceWithAWrongDigitIsNone() {
    var file = new Notification("m-3").paid("b-1", "68.50", REFERENCE.replace("119", "118"));
    assertThat(read(file.bytes()).getFirst().reference()).isNull();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "kein XML",
        "<Document/>",
        "<Document xmlns=\"urn:iso:std:iso:20022:tech:xsd:camt.053.001.08\"/>"
      })
  void whatIsNoNotificationIsRefused(String file) {
    assertThat(Camt054.read(file.getBytes(UTF_8))).isEmpty();
  }

  @Test
  void aFileThatIsCutOffOrHasNoAmountIsRefusedAsAWhole() {
    var whole = text(new Notification("m-4").paid("b-1", "1.00", REFERENCE));
    for (var wrong :
        List.of(
            whole.substring(0, whole.length() - 30),
            whole.replace("Ccy=\"CHF\"", ""),
            whole.replace(">1.00<", ">ein Franken<"),
            whole.replace("<Dt>2026-12-01</Dt>", ""))) {
      assertThat(Camt054.read(wrong.getBytes(UTF_8))).as(wrong).isEmpty();
    }
  }

  @Test
  void entitiesAreNeverExpanded() {
    var whole = text(new Notification("m-5").paid("&x;", "1.00", REFERENCE));
    var wicked =
        whole.replace(
            "<Document ", "<!DOCTYPE d [<!ENTITY x SYSTEM \"file:///etc/hostname\">]><Document ");
    assertThat(Camt054.read(wicked.getBytes(UTF_8))).isEmpty();
  }

  private static List<BankCredit> read(byte[] file) {
    return Camt054.read(file).orElseThrow();
  }

  private static String text(Notification notification) {
    return new String(notification.bytes(), UTF_8);
  }
}
