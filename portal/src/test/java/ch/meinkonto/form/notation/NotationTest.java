package ch.meinkonto.form.notation;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.re2j.Pattern;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class NotationTest {

  private static final Iban ANY_IBAN = new Iban(Optional.empty());

  /** Numbers as their issuers publish them as examples. */
  static Stream<Arguments> published() {
    return Stream.of(
        Arguments.of(ANY_IBAN, "CH93 0076 2011 6238 5295 7", "CH9300762011623852957"),
        Arguments.of(ANY_IBAN, "LI21 0881 0000 2324 013A A", "LI21088100002324013AA"),
        Arguments.of(ANY_IBAN, "DE89 3704 0044 0532 0130 00", "DE89370400440532013000"),
        Arguments.of(ANY_IBAN, "AT61 1904 3002 3457 3201", "AT611904300234573201"),
        Arguments.of(ANY_IBAN, "gb82 west 1234 5698 7654 32", "GB82WEST12345698765432"),
        Arguments.of(new AhvNumber(), "756.9217.0769.85", "756.9217.0769.85"),
        Arguments.of(new AhvNumber(), "7569217076985", "756.9217.0769.85"),
        Arguments.of(new Uid(), "CHE-123.456.788 MWST", "CHE-123.456.788"),
        Arguments.of(new Uid(), "che123456788", "CHE-123.456.788"),
        Arguments.of(
            Reference.QRR, "21 00000 00003 13947 14300 09017", "210000000003139471430009017"),
        Arguments.of(
            Reference.ESR, "21 00000 00003 13947 14300 09017", "210000000003139471430009017"));
  }

  @ParameterizedTest
  @MethodSource("published")
  void takesPublishedNumbers(Notation notation, String typed, String canonical) {
    assertThat(notation.canonical(typed)).hasValue(canonical);
    assertThat(notation.canonical(canonical)).hasValue(canonical);
    assertThat(notation.canonical(notation.shown(canonical))).hasValue(canonical);
  }

  @ParameterizedTest
  @MethodSource("published")
  void findsEverySingleWrongDigit(Notation notation, String typed, String canonical) {
    assertThat(singleDigitErrors(canonical))
        .isNotEmpty()
        .allSatisfy(wrong -> assertThat(notation.canonical(wrong)).as(wrong).isEmpty());
  }

  private static List<String> singleDigitErrors(String number) {
    var errors = new ArrayList<String>();
    for (var i = 0; i < number.length(); i++) {
      if (Character.isDigit(number.charAt(i))) {
        for (var digit = '0'; digit <= '9'; digit++) {
          if (digit != number.charAt(i)) {
            errors.add(number.substring(0, i) + digit + number.substring(i + 1));
          }
        }
      }
    }
    return errors;
  }

  @Test
  void takesAnIbanOfTheAskedCountryOnly() {
    var swiss = new Iban(Optional.of("CH"));

    assertThat(swiss.canonical("CH9300762011623852957")).isPresent();
    assertThat(swiss.canonical("DE89370400440532013000")).isEmpty();
    assertThat(swiss.canonical("CH930076201162385295")).isEmpty();
  }

  @Test
  void readsPlatesHoweverTheyAreWritten() {
    var plate = new Plate();

    assertThat(plate.canonical("zh 123 456")).hasValue("ZH 123456");
    assertThat(plate.canonical("ZH·7")).hasValue("ZH 7");
    assertThat(plate.canonical("XX 123")).isEmpty();
    assertThat(plate.canonical("ZH 0123")).isEmpty();
    assertThat(plate.canonical("ZH 1234567")).isEmpty();
  }

  @Test
  void readsChipsOfDogs() {
    var chip = new DogChip();

    assertThat(chip.canonical("756 098 100 123 456")).hasValue("756098100123456");
    assertThat(chip.shown("756098100123456")).isEqualTo("756 098 100 123 456");
    assertThat(chip.canonical("75609810012345")).isEmpty();
    assertThat(chip.canonical("999000000000001")).isEmpty();
  }

  @Test
  void readsTelephoneNumbers() {
    var phone = new Phone();

    assertThat(phone.canonical("044 632 11 11")).hasValue("+41446321111");
    assertThat(phone.canonical("0041 79 123 45 67")).hasValue("+41791234567");
    assertThat(phone.canonical("+49 30 901820")).hasValue("+4930901820");
    assertThat(phone.shown("+41446321111")).isEqualTo("044 632 11 11");
    assertThat(phone.canonical("044 632 11")).isEmpty();
    assertThat(phone.canonical("0800 CALL ME")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"anna@example.ch", "a.b+c@mail.example.com", "x@zürich.example"})
  void takesMailAddresses(String address) {
    assertThat(new Email().canonical(address)).isPresent();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "anna",
        "@example.ch",
        "anna@",
        "anna@localhost",
        "a b@example.ch",
        "a@b@c",
        "a@-x.ch",
        "a..b@example.ch",
        "anna@example.ch\r\nBcc: x@example.ch",
        "a@[127.0.0.1]",
        "a@example..ch"
      })
  void refusesWhatNobodyCanWriteTo(String address) {
    assertThat(new Email().canonical(address)).isEmpty();
  }

  static Stream<Notation> all() {
    return Stream.of(
        ANY_IBAN,
        new Iban(Optional.of("CH")),
        new AhvNumber(),
        new Uid(),
        new Plate(),
        new DogChip(),
        Reference.QRR,
        Reference.ESR,
        new Phone(),
        new Email(),
        PatternReference.of("[A-Z]{2}-?\\d{4,6}(A|BC)?"));
  }

  @ParameterizedTest
  @MethodSource("all")
  void itsSamplesAreValidAndMatchItsPattern(Notation notation) {
    var random = new Random(7);
    var pattern = java.util.regex.Pattern.compile(notation.pattern());

    for (var i = 0; i < 500; i++) {
      var sample = notation.sample(random);
      assertThat(notation.canonical(sample)).hasValue(sample);
      assertThat(sample).matches(pattern);
    }
  }

  @ParameterizedTest
  @MethodSource("all")
  void neverFailsWhateverIsTyped(Notation notation) {
    var garbage =
        List.of("", " ", "\0", "🐕".repeat(100), "9".repeat(300), "CH", "-", "+", "@.", "٣٤");

    assertThat(garbage).allSatisfy(text -> assertThat(notation.canonical(text)).isEmpty());
  }

  @Test
  void findsSamplesOfSimplePatterns() {
    var pattern = "[0-9]{1,5}|(AB|CD)x?\\.\\d+";

    var sample = PatternSample.of(Pattern.compile(pattern), pattern, new Random(1));

    assertThat(sample).matches(pattern);
  }
}
