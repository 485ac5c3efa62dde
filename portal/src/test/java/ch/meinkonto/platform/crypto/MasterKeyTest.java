package ch.meinkonto.platform.crypto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class MasterKeyTest {

  @Test
  void aNodeThatRunsOpensWhatAnotherSealedUnderANewerKey() {
    var file = new String[] {MasterKey.generate()};
    var running = MasterKey.from(() -> file[0]);
    var earlier = running.seal(new byte[] {1}, "place");
    file[0] = MasterKey.rotate(file[0]);
    var later = MasterKey.parse(file[0]).seal(new byte[] {2}, "place");

    assertThat(running.open(later, "place")).containsExactly(2);
    assertThat(running.open(earlier, "place")).containsExactly(1);
    assertThat(later).startsWith(running.newestMark());
    assertThat(Arrays.copyOf(earlier, MasterKey.MARK_BYTES)).isNotEqualTo(running.newestMark());
  }

  @Test
  void withoutTheOldKeysOnlyWhatIsUnderTheNewestOpens() {
    var old = MasterKey.generate();
    var both = MasterKey.rotate(old);
    var alone = MasterKey.parse(MasterKey.withoutOld(both));
    var earlier = MasterKey.parse(old).seal(new byte[] {1}, "place");
    var later = MasterKey.parse(both).seal(new byte[] {2}, "place");

    assertThat(alone.open(later, "place")).containsExactly(2);
    assertThat(later).startsWith(alone.newestMark());
    assertThatThrownBy(() -> alone.open(earlier, "place"))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void aKeyThatDoesNotMarkWhatItSealsIsRefused() {
    var raw = MasterKey.generate().replace("\"TINK\"", "\"RAW\"");

    assertThatThrownBy(() -> MasterKey.parse(raw))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("RAW");
  }

  @Test
  void nothingOpensInAnotherPlaceOrUnderAnotherKey() {
    var key = MasterKey.parse(MasterKey.generate());
    var sealed = key.seal(new byte[] {1}, "place");

    assertThatThrownBy(() -> key.open(sealed, "elsewhere"))
        .isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> MasterKey.parse(MasterKey.generate()).open(sealed, "place"))
        .isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> key.open(new byte[3], "place"))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void aKeyThatIsNoneIsNotRepeatedInTheMessage() {
    assertThatThrownBy(() -> MasterKey.parse("geheim"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageNotContaining("geheim");
  }
}
