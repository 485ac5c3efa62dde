package ch.meinkonto.connector.worklist.vault;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ch.meinkonto.connector.handover.Content;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VaultTest {

  private static final int PIECE = DataKey.PIECE;

  @TempDir private Path folder;
  private final DataKey key = DataKey.fresh();

  private byte[] sealed(byte[] content) throws IOException {
    Content sealed = key.seal(Content.of(content), "a");
    assertThat(sealed.bytes()).hasSize(Math.toIntExact(sealed.size()));
    return sealed.bytes();
  }

  private byte[] opened(byte[] sealed, String name) throws IOException {
    return key.open(new ByteArrayInputStream(sealed), name).readAllBytes();
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, PIECE - 1, PIECE, PIECE + 1, 3 * PIECE + 7})
  void opensWhatItSealed(int size) throws IOException {
    byte[] content = new byte[size];
    new Random(size).nextBytes(content);
    assertThat(opened(sealed(content), "a")).isEqualTo(content);
  }

  @Test
  void opensNothingThatWasChangedCutOrMoved() throws IOException {
    byte[] sealed = sealed(new byte[2 * PIECE]);
    byte[] changed = sealed.clone();
    changed[sealed.length / 2] ^= 1;
    byte[] cut = Arrays.copyOf(sealed, DataKey.SALT + PIECE + Gcm.TAG);
    byte[] swapped = sealed.clone();
    int piece = PIECE + Gcm.TAG;
    System.arraycopy(sealed, DataKey.SALT, swapped, DataKey.SALT + piece, piece);
    System.arraycopy(sealed, DataKey.SALT + piece, swapped, DataKey.SALT, piece);
    for (byte[] wrong : new byte[][] {changed, cut, swapped, new byte[10]}) {
      assertThatThrownBy(() -> opened(wrong, "a")).isInstanceOf(Tampered.class);
    }
    assertThatThrownBy(() -> opened(sealed, "b")).isInstanceOf(Tampered.class);
  }

  @Test
  void opensALineOnlyInItsPlace() throws IOException {
    String line = key.sealLine("Grüezi", "case 3");
    assertThat(key.openLine(line, "case 3")).isEqualTo("Grüezi");
    assertThatThrownBy(() -> key.openLine(line, "case 4")).isInstanceOf(Tampered.class);
    assertThatThrownBy(() -> DataKey.fresh().openLine(line, "case 3")).isInstanceOf(Tampered.class);
  }

  @Test
  void keepsItsKeyForItsOwnerOnly() throws IOException {
    Path file = folder.resolve("apart/worklist.key");
    VaultKey made = VaultKey.make(file);
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
    byte[] wrapped = made.wrap("geheim".getBytes(UTF_8), "x");
    assertThat(VaultKey.read(file).unwrap(wrapped, "x")).isEqualTo("geheim".getBytes(UTF_8));
    assertThatThrownBy(() -> VaultKey.read(file).unwrap(wrapped, "y")).isInstanceOf(Tampered.class);
    Files.writeString(file, "kaputt");
    assertThatThrownBy(() -> VaultKey.read(file)).isInstanceOf(IOException.class);
  }
}
