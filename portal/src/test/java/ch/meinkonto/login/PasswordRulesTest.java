package ch.meinkonto.login;

import static org.assertj.core.api.Assertions.assertThat;

import ch.meinkonto.login.PasswordRules.Fault;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordRulesTest {

  private static final List<String> MAYA =
      List.of("Maya", "Kellermann", "", "maya.kellermann@example.org");

  private final PasswordRules rules = new PasswordRules(new CommonPasswords());

  @ParameterizedTest
  @ValueSource(
      strings = {
        "velo wolke tasse",
        "correct horse battery staple",
        "grüner Velosattel",
        "kq7-Tz!p0-vvX2-e9",
        "密码是很长的一句话没有人知道吧朋友",
        "                velo                tasse",
        "maya fährt gerne mit dem velo"
      })
  void aLongPasswordIsFineWhateverItIsMadeOf(String password) {
    assertThat(rules.fault(password, MAYA)).isEmpty();
  }

  @Test
  void theLengthIsCountedInCharactersAsPeopleSeeThem() {
    assertThat(rules.fault("velo wolke tas", MAYA)).contains(Fault.TOO_SHORT);
    assertThat(rules.fault("🚲velo wolke ta", MAYA)).contains(Fault.TOO_SHORT);
    assertThat(rules.fault("", MAYA)).contains(Fault.EMPTY);
    assertThat(rules.fault("velo wolke tasse ".repeat(7), MAYA)).isEmpty();
    assertThat(rules.fault("x".repeat(129), MAYA)).contains(Fault.TOO_LONG);
    assertThat(rules.fault("x".repeat(1_000_000), MAYA)).contains(Fault.TOO_LONG);
    assertThat(rules.fault("velo\u0000wolke tasse", MAYA)).contains(Fault.UNPRINTABLE);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "passwordpassword",
        "PasswordPassword",
        "password12345678",
        "123456789012345",
        "1111111111111111",
        "aaaaaaaaaaaaaaaaaa",
        "abcabcabcabcabcabc",
        "qwertzuiopasdfghjkl",
        "qwertyuiop12345678",
        "hallo hallo hallo hallo",
        "geheim0123456789",
        "meinkontopasswort",
        "schokoladematterhorn"
      })
  void whatOthersGuessFirstIsNot(String password) {
    assertThat(rules.fault(password, MAYA)).contains(Fault.COMMON);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "maya.kellermann@example.org",
        "Maya Kellermann 1987",
        "kellermann-meinkonto",
        "MayaKellermannZürich1"
      })
  void orWhatIsOnlyOnesName(String password) {
    assertThat(rules.fault(password, MAYA)).isPresent();
  }
}
