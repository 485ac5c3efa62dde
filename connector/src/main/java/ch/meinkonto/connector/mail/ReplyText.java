package ch.meinkonto.connector.mail;

import ch.meinkonto.connector.handover.Formalities;
import ch.meinkonto.connector.handover.Unusable;
import ch.meinkonto.connector.handover.Word;
import ch.meinkonto.contract.Formal;
import ch.meinkonto.contract.Reference;
import ch.meinkonto.contract.RequestState;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a clerk wrote above what the mail program quotes.
 *
 * @param written without what was quoted
 * @param quoted what was quoted; may be empty
 */
record ReplyText(String written, String quoted) {

  private static final int LONGEST = 20_000;
  private static final Pattern ORIGINAL =
      Pattern.compile("-{2,} *(Ursprüngliche Nachricht|Original Message|Message d'origine).*");
  private static final Pattern HEADER =
      Pattern.compile(
          "\\**(Von|From|De|Gesendet|Sent|Datum|Date|An|To|Cc|Betreff|Subject|Priorität|Wichtigkeit"
              + "|Importance|Antwort an|Reply-To)\\**:.*");
  private static final Pattern ATTRIBUTION =
      Pattern.compile("(Am|On|Le|Il)\\b.{1,300}(schrieb|wrote|a écrit|ha scritto)\\b.{0,200}:");
  private static final Pattern RULE = Pattern.compile("[_-]{5,}");
  private static final Pattern QUESTION =
      Pattern.compile("FRAGE( OHNE DATEIEN)?:(.*)", Pattern.CASE_INSENSITIVE);
  private static final Pattern FORMAL =
      Pattern.compile("ZUSTELLUNG:(.*)", Pattern.CASE_INSENSITIVE);
  private static final Pattern TERMS =
      Pattern.compile(
          "(Verfügung|Vorladung|Schreiben)(?:, *([0-9]{1,3}) Tage?(, *gilt als zugestellt)?)?\\.?",
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
  private static final Pattern STATE = Pattern.compile("STAND:(.*)", Pattern.CASE_INSENSITIVE);

  /** Cuts a mail's text where the quoted one begins. */
  static ReplyText of(String text) {
    List<String> lines = text.lines().toList();
    int cut = 0;
    while (cut < lines.size() && !beginsAQuote(lines, cut)) {
      cut++;
    }
    int end = cut;
    boolean isQuoting = cut < lines.size();
    while (end > 0 && isQuoting && leadsToAQuote(lines, end - 1)) {
      end--;
    }
    return new ReplyText(
        String.join("\n", lines.subList(0, end)).strip(),
        String.join("\n", lines.subList(cut, lines.size())));
  }

  private static boolean beginsAQuote(List<String> lines, int at) {
    String line = bare(lines.get(at));
    return line.contains(Instructions.LINE)
        || ORIGINAL.matcher(line).matches()
        || (ATTRIBUTION.matcher(line).matches() && isQuoted(lines, at + 1))
        || (HEADER.matcher(line).matches() && headersFrom(lines, at) >= 3);
  }

  private static boolean isQuoted(List<String> lines, int from) {
    return lines.stream()
        .skip(from)
        .filter(line -> !line.isBlank())
        .findFirst()
        .filter(line -> line.startsWith(">"))
        .isPresent();
  }

  private static int headersFrom(List<String> lines, int at) {
    return (int)
        lines.stream().skip(at).takeWhile(line -> HEADER.matcher(bare(line)).matches()).count();
  }

  /** What mail programs put between an answer and what they quote. */
  private static boolean leadsToAQuote(List<String> lines, int at) {
    String line = bare(lines.get(at));
    return line.isEmpty()
        || RULE.matcher(line).matches()
        || HEADER.matcher(line).matches()
        || ORIGINAL.matcher(line).matches()
        || ATTRIBUTION.matcher(line).matches()
        || isAttributionInTwoLines(lines, at);
  }

  private static boolean isAttributionInTwoLines(List<String> lines, int at) {
    return (at > 0
            && ATTRIBUTION.matcher(bare(lines.get(at - 1)) + " " + bare(lines.get(at))).matches())
        || (at + 1 < lines.size()
            && ATTRIBUTION.matcher(bare(lines.get(at)) + " " + bare(lines.get(at + 1))).matches());
  }

  private static String bare(String line) {
    return line.replaceFirst("^[> ]+", "").strip();
  }

  /** The reference in what was quoted. */
  Optional<Reference> quotedReference() {
    return MessageIds.written(quoted);
  }

  /** What it says about a request: the first line may tell the kind. */
  Word word(Reference reference, boolean hasDocuments) throws Unusable {
    if (written.length() > LONGEST) {
      throw new Unusable("Der Text ist länger als %d Zeichen.".formatted(LONGEST));
    }
    List<String> lines = new ArrayList<>(written.lines().toList());
    String first = lines.isEmpty() ? "" : lines.removeFirst().strip();
    String rest = String.join("\n", lines).strip();
    Matcher question = QUESTION.matcher(first);
    Matcher state = STATE.matcher(first);
    if ((question.matches() || state.matches()) && hasDocuments) {
      throw new Unusable(
          "Zu FRAGE und STAND kann kein Anhang mitgehen. Bitte senden Sie ihn mit einer Mitteilung.");
    }
    if (question.matches()) {
      String text = (question.group(2).strip() + "\n" + rest).strip();
      return new Word.Question(
          reference.value(), some(text, "Die Frage fehlt."), question.group(1) == null, null);
    }
    if (state.matches()) {
      return new Word.State(reference.value(), state(state.group(1)), rest.isEmpty() ? null : rest);
    }
    Matcher formal = FORMAL.matcher(first);
    if (formal.matches()) {
      return new Word.Message(
          reference.value(),
          some(rest, "Unter ZUSTELLUNG fehlt der Text."),
          List.of(),
          formal(formal.group(1).strip()));
    }
    return new Word.Message(
        reference.value(),
        some(written, "Die Mail enthält keinen Text über der Zeile, unter der zitiert wird."),
        List.of(),
        null);
  }

  private static Formal formal(String written) throws Unusable {
    Matcher terms = TERMS.matcher(written);
    if (!terms.matches()) {
      throw new Unusable(
          "Nach ZUSTELLUNG: muss «Verfügung», «Vorladung» oder «Schreiben» stehen, dahinter zum Beispiel «, 7 Tage» oder «, 7 Tage, gilt als zugestellt».");
    }
    Formal.Kind kind =
        switch (terms.group(1).toLowerCase(Locale.ROOT)) {
          case "verfügung" -> Formal.Kind.DECISION;
          case "vorladung" -> Formal.Kind.SUMMONS;
          default -> Formal.Kind.NOTICE;
        };
    Integer days = terms.group(2) == null ? null : Integer.valueOf(terms.group(2));
    return Formalities.of(kind, days, terms.group(3) != null);
  }

  private static String some(String text, String otherwise) throws Unusable {
    if (text.isBlank()) {
      throw new Unusable(otherwise);
    }
    return text;
  }

  private static RequestState state(String written) throws Unusable {
    return switch (written.strip().replaceFirst("[.!]$", "").toLowerCase(Locale.ROOT)) {
      case "in arbeit" -> RequestState.IN_PROGRESS;
      case "entschieden" -> RequestState.DECIDED;
      case "erledigt", "abgeschlossen" -> RequestState.CLOSED;
      default ->
          throw new Unusable(
              "Nach STAND: muss «in Arbeit», «entschieden» oder «erledigt» stehen, sonst nichts.");
    };
  }
}
