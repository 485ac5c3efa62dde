package ch.meinkonto.connector.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ch.meinkonto.connector.handover.Unusable;
import ch.meinkonto.connector.handover.Word;
import ch.meinkonto.contract.Formal;
import ch.meinkonto.contract.Reference;
import ch.meinkonto.contract.RequestState;
import java.time.Year;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReplyTextTest {

  private static final Reference REFERENCE = Reference.next(Year.of(2026));

  /** Thunderbird, Gmail in two lines, Outlook, Outlook for the web, Apple Mail, and by hand. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "Am 24.11.26 um 09:12 schrieb konto@stadt.example:\n> LINE\n> \n> Neuer Antrag",
        "Am Di., 24. Nov. 2026 um 09:12 Uhr schrieb Mein Konto <\nkonto@stadt.example>:\n\n> LINE",
        "Von: Mein Konto <konto@stadt.example>\nGesendet: Dienstag, 24. November 2026 09:12\n"
            + "An: Fundbüro <fundbuero@stadt.example>\nBetreff: [MK] fundsache\n\nLINE\n\nNeuer",
        "________________________________\nVon: Mein Konto\nGesendet: Dienstag\nAn: Fundbüro\n"
            + "Betreff: [MK] fundsache\n \nLINE",
        "On 24 Nov 2026, at 09:12, Mein Konto <konto@stadt.example> wrote:\n\nLINE",
        "-----Ursprüngliche Nachricht-----\nVon: Mein Konto\nGesendet: heute\n\nLINE",
        "LINE",
        "-----Ursprüngliche Nachricht-----\nVon: Mein Konto\nEtwas anderes",
        "Am 24.11.26 um 09:12 schrieb Mein Konto:\n> Neuer Antrag",
      })
  void leavesOutWhatTheMailProgramQuotes(String quote) {
    String written =
        "Guten Tag\n\nIhr Schirm ist da. Von: Bis: steht im Brief.\n\nFreundliche Grüsse";
    ReplyText text =
        ReplyText.of(
            written
                + "\n\n"
                + quote.replace(
                    "LINE", "--- Bitte über dieser Zeile antworten (%s) ---".formatted(REFERENCE)));
    assertThat(text.written()).isEqualTo(written);
    if (quote.contains("LINE")) {
      assertThat(text.quotedReference()).contains(REFERENCE);
    }
  }

  @Test
  void keepsWhatOnlyLooksLikeAQuote() {
    String written = "Von: Hauptbahnhof\nan das Fundbüro.\n> wie Sie schrieben\n-- \nA. Muster";
    assertThat(ReplyText.of(written).written()).isEqualTo(written);
  }

  private static Word word(String text) throws Unusable {
    return ReplyText.of(text).word(REFERENCE, false);
  }

  @Test
  void isAMessageUnlessTheFirstLineSaysOtherwise() throws Unusable {
    assertThat(word("Guten Tag\nFRAGE: keine"))
        .isEqualTo(new Word.Message(REFERENCE.value(), "Guten Tag\nFRAGE: keine", List.of(), null));
  }

  @Test
  void asks() throws Unusable {
    assertThat(word("\n FRAGE: Welche Farbe?\nUnd welche Marke?"))
        .isEqualTo(
            new Word.Question(REFERENCE.value(), "Welche Farbe?\nUnd welche Marke?", true, null));
    assertThat(word("Frage ohne Dateien:\nWelche Farbe?"))
        .isEqualTo(new Word.Question(REFERENCE.value(), "Welche Farbe?", false, null));
  }

  @ParameterizedTest
  @CsvSource({
    "STAND: in Arbeit, IN_PROGRESS",
    "Stand: Entschieden., DECIDED",
    "STAND:erledigt, CLOSED",
    "stand: abgeschlossen, CLOSED"
  })
  void tellsHowFarItIs(String line, RequestState state) throws Unusable {
    assertThat(word(line)).isEqualTo(new Word.State(REFERENCE.value(), state, null));
    assertThat(word(line + "\n\nBis bald."))
        .isEqualTo(new Word.State(REFERENCE.value(), state, "Bis bald."));
  }

  @Test
  void deliversFormally() throws Unusable {
    assertThat(word("ZUSTELLUNG: Verfügung, 7 Tage, gilt als zugestellt\n\nSie erhalten keine."))
        .isEqualTo(
            new Word.Message(
                REFERENCE.value(),
                "Sie erhalten keine.",
                List.of(),
                Formal.of(Formal.Kind.DECISION).within(7).deemedThen()));
    assertThat(word("Zustellung: schreiben.\nGuten Tag"))
        .isEqualTo(
            new Word.Message(
                REFERENCE.value(), "Guten Tag", List.of(), Formal.of(Formal.Kind.NOTICE)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ZUSTELLUNG: Verfügung",
        "ZUSTELLUNG: Brief\nText",
        "ZUSTELLUNG: Verfügung, 6 Tage, gilt als zugestellt\nText",
        "ZUSTELLUNG: Verfügung, 91 Tage\nText",
        "ZUSTELLUNG: Verfügung, gilt als zugestellt\nText"
      })
  void deliversNothingFormallyThatIsUnclear(String text) {
    assertThatThrownBy(() -> word(text)).isInstanceOf(Unusable.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " \n ", "FRAGE:", "STAND: fertig", "STAND: erledigt, danke"})
  void saysWhatIsMissing(String text) {
    assertThatThrownBy(() -> word(text)).isInstanceOf(Unusable.class);
  }

  @Test
  void sendsNoDocumentsWithAQuestion() {
    assertThatThrownBy(() -> ReplyText.of("FRAGE: Welche?").word(REFERENCE, true))
        .isInstanceOf(Unusable.class)
        .hasMessageContaining("Mitteilung");
  }

  @Test
  void refusesABook() {
    assertThatThrownBy(() -> word("x".repeat(20_001))).isInstanceOf(Unusable.class);
  }
}
