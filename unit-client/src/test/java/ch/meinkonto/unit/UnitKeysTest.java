package ch.meinkonto.unit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.jwk.JWK;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UnitKeysTest {

  @Test
  void keepsThePrivateHalfToItsOwner(@TempDir Path folder) throws IOException {
    UnitKeys keys = UnitKeys.generate("dav");
    Path file = folder.resolve("keys/dav.private.jwks.json");
    keys.writePrivate(file);
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
    assertThat(UnitKeys.read("dav", file).privateJwks()).isEqualTo(keys.privateJwks());
  }

  @Test
  void givesThePublicHalfAway(@TempDir Path folder) throws IOException {
    UnitKeys keys = UnitKeys.generate("dav");
    Path file = folder.resolve("dav.jwks.json");
    keys.writePublic(file);
    keys.writePublic(file);
    assertThat(Files.readString(file)).doesNotContain("\"d\":");
    assertThat(UnitKeys.read("dav", file).privateJwks().getKeys()).noneMatch(JWK::isPrivate);
    try (var files = Files.list(folder)) {
      assertThat(files).containsExactly(file);
    }
  }

  @Test
  void namesItsKeys() {
    assertThat(UnitKeys.generate("dav").publicJwks().getKeys())
        .extracting(JWK::getKeyID)
        .satisfiesExactly(
            enc -> assertThat(enc).startsWith("dav-enc-"),
            sig -> assertThat(sig).startsWith("dav-sig-"));
  }

  @Test
  void saysWhichFileIsNoKeySet(@TempDir Path folder) throws IOException {
    Path file = Files.writeString(folder.resolve("x.json"), "hello");
    assertThatThrownBy(() -> UnitKeys.read("dav", file)).hasMessageContaining("x.json");
  }

  @Test
  void nextKeysOpenAtOnceAndSignOnceRotated() {
    UnitKeys first = UnitKeys.generate("dav");
    UnitKeys both = first.withNext();
    assertThat(first.hasNext()).isFalse();
    assertThat(both.hasNext()).isTrue();
    assertThat(both.signingKey()).isEqualTo(first.signingKey());
    assertThatThrownBy(both::withNext).isInstanceOf(IllegalStateException.class);

    UnitKeys rotated = both.rotated();
    assertThat(rotated.hasNext()).isFalse();
    assertThat(rotated.signingKey()).isEqualTo(both.nextSigningKey());
    assertThat(rotated.privateJwks().getKeys()).hasSize(3).doesNotContain(first.signingKey());
    assertThat(rotated.withNext().rotated().privateJwks().getKeys()).hasSize(4);
  }
}
