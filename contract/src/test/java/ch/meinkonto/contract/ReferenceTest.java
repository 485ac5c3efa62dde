package ch.meinkonto.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Year;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ReferenceTest {

  @Test
  void looksAsPeopleWriteIt() {
    assertThat(Reference.next(Year.of(2026)).value())
        .matches("MK-2026-[0-9A-Z]{4}-[0-9A-Z]{4}")
        .doesNotContainPattern("[ILOU]");
  }

  @Test
  void isReadAsPeopleTypeIt() {
    for (int i = 0; i < 500; i++) {
      Reference reference = Reference.next(Year.of(2026));
      String sloppy = reference.value().replace("-", " ").replace('0', 'o').replace('1', 'l') + " ";
      assertThat(Reference.parse(sloppy.toLowerCase(Locale.ROOT))).contains(reference);
    }
  }

  @Test
  void noticesEveryWrongCharacter() {
    String value = Reference.next(Year.of(2026)).value();
    for (int i = 3; i < value.length(); i++) {
      if (value.charAt(i) == '-') {
        continue;
      }
      for (char other : CheckCharacter.ALPHABET.toCharArray()) {
        if (other != value.charAt(i)) {
          assertThat(Reference.parse(value.substring(0, i) + other + value.substring(i + 1)))
              .isEmpty();
        }
      }
    }
  }

  @Test
  void noticesEverySwapOfTwoCharacters() {
    for (int round = 0; round < 50; round++) {
      char[] value = Reference.next(Year.of(2026)).value().toCharArray();
      for (int i = 8; i < value.length; i++) {
        for (int j = i + 1; j < value.length; j++) {
          if (value[i] != value[j] && value[i] != '-' && value[j] != '-') {
            char[] swapped = value.clone();
            swapped[i] = value[j];
            swapped[j] = value[i];
            assertThat(Reference.parse(new String(swapped))).isEmpty();
          }
        }
      }
    }
  }

  @Test
  void refusesOtherThings() {
    for (String other :
        new String[] {"", "MK", "MK-2026-7F3K", "XX-2026-7F3K-92QD", "MK-2026-7F3K-92QDX"}) {
      assertThat(Reference.parse(other)).isEmpty();
      assertThatThrownBy(() -> new Reference(other)).isInstanceOf(IllegalArgumentException.class);
    }
  }

  @Test
  void seldomRepeats() {
    Set<Reference> seen = new HashSet<>();
    for (int i = 0; i < 10_000; i++) {
      seen.add(Reference.next(Year.of(2026)));
    }
    assertThat(seen).hasSizeGreaterThan(9_990);
  }
}
