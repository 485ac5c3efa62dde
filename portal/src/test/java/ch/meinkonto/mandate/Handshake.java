package ch.meinkonto.mandate;

import static org.assertj.core.api.Assertions.assertThat;

import ch.meinkonto.testing.Browser;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;

/** Two people make a mandate, on the pages. */
public final class Handshake {

  static final String PAGE = "/konto/vollmachten";

  private static final Pattern CODE =
      Pattern.compile("secret-large\">([0-9A-Z]{4}-[0-9A-Z]{4})</span>");
  private static final Pattern TO_CONFIRM = Pattern.compile(PAGE + "/neu/([0-9a-f-]{36})\"");

  private Handshake() {}

  /** One gives the other a mandate for a service; gives its id. */
  public static UUID mandate(Browser giver, Browser holder, String service, LocalDate lastDay) {
    var id = accepted(giver, holder, service, lastDay);
    assertThat(giver.submit(PAGE + "/neu/" + id, Map.of()).location()).isEqualTo(PAGE);
    return id;
  }

  /** The same up to where its giver has to confirm it. */
  public static UUID accepted(Browser giver, Browser holder, String service, LocalDate lastDay) {
    var code = code(giver, service, lastDay);
    assertThat(accepts(holder, code).location()).isEqualTo(PAGE);
    return toConfirm(giver);
  }

  static String code(Browser giver, String service, LocalDate lastDay) {
    var answer = giver.submit(PAGE + "/neu", fields(service, lastDay));
    var code = CODE.matcher(answer.body());
    assertThat(code.find()).as(answer.body()).isTrue();
    return code.group(1);
  }

  static Map<String, String> fields(String service, LocalDate lastDay) {
    return Map.of(
        "dienste",
        service,
        "bis.day",
        "" + lastDay.getDayOfMonth(),
        "bis.month",
        "" + lastDay.getMonthValue(),
        "bis.year",
        "" + lastDay.getYear());
  }

  static Browser.Answer accepts(Browser holder, String code) {
    return holder.submit(PAGE + "/code", PAGE + "/code/annehmen", Map.of("code", code));
  }

  private static UUID toConfirm(Browser giver) {
    var link = TO_CONFIRM.matcher(giver.get(PAGE).body());
    assertThat(link.find()).isTrue();
    return UUID.fromString(link.group(1));
  }
}
