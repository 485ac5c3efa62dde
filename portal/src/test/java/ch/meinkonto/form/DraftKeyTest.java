package ch.meinkonto.form;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class DraftKeyTest {

  private static final byte[] PLAIN = "Langstrasse 10".getBytes(StandardCharsets.UTF_8);

  private final DraftKey key = DraftKey.fresh();

  @Test
  void opensWhatItSealed() {
    var again = DraftKey.of(key.cookieValue()).orElseThrow();

    assertThat(again.open(key.seal(PLAIN, "draft 1"), "draft 1")).hasValue(PLAIN);
  }

  @Test
  void opensNothingInAnotherPlaceNorWithAnotherKey() {
    var sealed = key.seal(PLAIN, "draft 1 version 1");

    assertThat(key.open(sealed, "draft 1 version 2")).isEmpty();
    assertThat(DraftKey.fresh().open(sealed, "draft 1 version 1")).isEmpty();
  }

  @Test
  void opensNothingThatWasChanged() {
    var sealed = key.seal(PLAIN, "draft 1");
    sealed[sealed.length - 1] ^= 1;

    assertThat(key.open(sealed, "draft 1")).isEmpty();
  }

  @Test
  void takesNoCookieThatIsNoKey() {
    assertThat(DraftKey.of(null)).isEmpty();
    assertThat(DraftKey.of("")).isEmpty();
    assertThat(DraftKey.of("%%%")).isEmpty();
    assertThat(DraftKey.of("c2hvcnQ")).isEmpty();
  }

  @Test
  void neverShowsItself() {
    assertThat(key).hasToString("DraftKey");
  }
}
