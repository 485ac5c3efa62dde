package ch.meinkonto.unit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import ch.meinkonto.contract.Fingerprint;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A technician types. */
class UnitCommandTest {

  private static final int MISUSED = 64;

  @TempDir private Path folder;
  private final ByteArrayOutputStream said = new ByteArrayOutputStream();

  private int type(String... arguments) {
    said.reset();
    PrintStream out = new PrintStream(said, true, UTF_8);
    return UnitCommand.run(out, out, List.of(arguments));
  }

  @Test
  void makesKeysOnceAndSaysTheirFingerprint() throws IOException {
    assertThat(type("make-keys", "--unit", "dav", "--keys", folder.toString())).isZero();
    UnitKeys made = UnitKeys.read("dav", folder.resolve("private.jwks.json"));
    assertThat(said.toString(UTF_8)).contains(Fingerprint.of(made.signingKey()).value());

    assertThat(type("make-keys", "--unit", "dav", "--keys", folder.toString())).isOne();
    assertThat(said.toString(UTF_8)).contains("there already");
    assertThat(type("next-keys", "--unit", "dav", "--keys", folder.toString())).isZero();
    UnitKeys next = UnitKeys.read("dav", folder.resolve("private.jwks.json"));
    assertThat(next.signingKey()).isEqualTo(made.signingKey());
    assertThat(said.toString(UTF_8)).contains(Fingerprint.of(next.nextSigningKey()).value());
    assertThat(type("next-keys", "--unit", "dav", "--keys", folder.toString())).isOne();
  }

  @Test
  void saysWhatIsMissingOrNotUnderstood() {
    String keys = folder.toString();
    for (List<String> typed :
        List.of(
            List.<String>of(),
            List.of("dance", "--unit", "dav", "--keys", keys),
            List.of("make-keys", "--keys", keys),
            List.of("make-keys", "--unit", "Dav!", "--keys", keys),
            List.of("make-keys", "--unit", "dav", "--keys"),
            List.of("make-keys", "--unit", "dav", "--unit", "ste", "--keys", keys),
            List.of("make-keys", "--unit", "dav", "--colour", "red"))) {
      assertThat(type(typed.toArray(String[]::new))).isEqualTo(MISUSED);
      assertThat(said.toString(UTF_8)).contains("register");
    }
    assertThat(type("fingerprint", "--unit", "dav", "--keys", keys)).isOne();
    type("make-keys", "--unit", "dav", "--keys", keys);
    assertThat(type("register", "--portal", "no address", "--unit", "dav", "--keys", keys))
        .isEqualTo(MISUSED);
    assertThat(
            type(
                "rotate",
                "--portal",
                "http://localhost:1",
                "--unit",
                "dav",
                "--keys",
                keys,
                "--contact",
                "nora@dav.example"))
        .isOne();
    assertThat(said.toString(UTF_8)).contains("no next keys");
  }
}
