package ch.meinkonto.connector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ch.meinkonto.unit.UnitKeys;
import com.nimbusds.jose.jwk.JWKSet;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeysTest {

  @TempDir private Path folder;

  private UnitKeys keys() throws ChannelRefused {
    return Keys.of("fundbuero", privateFile(), folder.resolve("city/fundbuero.jwks.json"));
  }

  private Path privateFile() {
    return folder.resolve("keys/private.jwks.json");
  }

  @Test
  void makesKeysOnceAndLaysThePublicHalfOut() throws Exception {
    UnitKeys made = keys();
    assertThat(keys().privateJwks().toString(false)).isEqualTo(made.privateJwks().toString(false));
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(privateFile())))
        .isEqualTo("rw-------");
    JWKSet laidOut = JWKSet.load(folder.resolve("city/fundbuero.jwks.json").toFile());
    assertThat(laidOut.getKeys()).hasSize(2).noneMatch(key -> key.isPrivate());
    assertThat(laidOut.toString(true)).isEqualTo(made.publicJwks().toString(true));
  }

  @Test
  void laysThePublicHalfOutAgainWhenItIsGone() throws Exception {
    keys();
    Files.delete(folder.resolve("city/fundbuero.jwks.json"));
    keys();
    assertThat(folder.resolve("city/fundbuero.jwks.json")).exists();
  }

  @Test
  void neverReplacesKeysThatItCannotRead() throws Exception {
    Files.createDirectories(folder.resolve("keys"));
    Files.writeString(privateFile(), "damaged");
    assertThatThrownBy(this::keys)
        .isInstanceOf(ChannelRefused.class)
        .hasMessageContaining(privateFile().toString());
    assertThat(privateFile()).hasContent("damaged");
  }
}
