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
}
