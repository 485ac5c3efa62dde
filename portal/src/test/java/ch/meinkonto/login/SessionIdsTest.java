package ch.meinkonto.login;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Base64;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SessionIdsTest {

  private final SessionIds ids = new SessionIds();

  @Test
  void nobodyGuesses216RandomBits() {
    assertThat(Stream.generate(ids::generate).limit(1_000))
        .doesNotHaveDuplicates()
        .allSatisfy(id -> assertThat(Base64.getUrlDecoder().decode(id)).hasSize(27));
  }

  @Test
  void anIdFillsItsColumn() {
    assertThat(ids.generate()).hasSize(36);
  }
}
