package ch.meinkonto.login;

import static org.assertj.core.api.Assertions.assertThat;

import ch.meinkonto.login.MobileNumber.Reading;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MobileNumberTest {

  private static final List<String> COUNTRIES = List.of("CH", "LI", "DE", "AT", "FR", "IT");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "079 123 45 67",
        "0791234567",
        "+41 79 123 45 67",
        "0041791234567",
        "+41 (0)79 123 45 67",
        "079/123.45.67",
        "079 123 45 67",
        "０７９１２３４５６７"
      })
  void isReadHoweverItIsTyped(String typed) {
    assertThat(read(typed)).isEqualTo(new Reading.Usable(new MobileNumber("+41791234567")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "+423 660 234 567",
        "+49 1512 3456789",
        "+43 664 1234567",
        "+33 6 12 34 56 78",
        "+39 312 345 6789"
      })
  void mayBeOfANeighbour(String typed) {
    assertThat(read(typed)).isInstanceOf(Reading.Usable.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "abc",
        "079 123 45",
        "0800 FLOWERS",
        "079 123 45 67 ext. 8",
        "tel:+41791234567",
        "+41791234567;ext=1",
        "079 123 45 67 89 01 23 45 67",
        "11111111111111111111111111111111111111111111111",
        "+",
        "' OR 1=1 --"
      })
  void whatIsNoNumberIsNone(String typed) {
    assertThat(read(typed)).isEqualTo(new Reading.NoNumber());
  }

  @ParameterizedTest
  @ValueSource(strings = {"044 333 44 55", "0900 123 456", "0800 123 456", "+49 900 1 234567"})
  void noMessageGoesToALandlineOrWhereItCostsMore(String typed) {
    assertThat(read(typed)).isEqualTo(new Reading.NotMobile());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"+1 212 555 0123", "+7 912 345 67 89", "+44 7400 123456", "+881 612 345678"})
  void noMessageGoesToACountryThatTheCityDoesNotName(String typed) {
    assertThat(read(typed)).isIn(new Reading.ForeignCountry(), new Reading.NoNumber());
    assertThat(MobileNumber.read("+44 7400 123456", COUNTRIES))
        .isEqualTo(new Reading.ForeignCountry());
  }

  @Test
  void itsOwnerKnowsItByItsEnds() {
    assertThat(new MobileNumber("+41791234567").masked()).isEqualTo("+41 79 … 67");
    assertThat(new MobileNumber("+4915123456789").masked()).isEqualTo("+49 1512 … 89");
    assertThat(new MobileNumber("+33612345678").masked()).isEqualTo("+33 6 … 78");
  }

  @Test
  void noLogNamesIt() {
    assertThat(new MobileNumber("+41791234567").toString()).doesNotContain("79", "67");
  }

  @Test
  void aCityMayLeaveOutACountryLater() {
    var number = new MobileNumber("+33612345678");
    assertThat(number.reachableIn(COUNTRIES)).isTrue();
    assertThat(number.reachableIn(List.of("CH"))).isFalse();
  }

  private static Reading read(String typed) {
    return MobileNumber.read(typed, COUNTRIES);
  }
}
