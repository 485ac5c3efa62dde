package ch.meinkonto.connector.worklist.clerk;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import ch.meinkonto.connector.TickingClock;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClerkCommandTest {

  @TempDir private Path folder;
  private final TickingClock clock = new TickingClock();
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private Clerks clerks;

  @BeforeEach
  void open() {
    clerks = new Clerks(folder.resolve("clerks"), clock);
  }

  private int run(String... arguments) {
    return new ClerkCommand(clerks)
        .run(new PrintStream(out, true, UTF_8), new PrintStream(out, true, UTF_8), arguments);
  }

  private String startCode() {
    String printed = out.toString(UTF_8).strip();
    return printed.substring(printed.lastIndexOf(' ') + 1);
  }

  @Test
  void addsAClerkWhoBeginsWithACode() {
    assertThat(run("add", "--unit=archiv", "--name=Anna Muster", "--role=head", "anna")).isZero();
    assertThat(clerks.mayBegin("anna", startCode())).isTrue();
    assertThat(clerks.mayBegin("anna", "AAAA-AAAA-AAAA")).isFalse();
    byte[] secret = Totp.secret();
    String code = Totp.code(secret, clock.instant());
    assertThat(clerks.begin("anna", startCode(), "drei Esel im Regen", secret, code)).isTrue();
    assertThat(clerks.withPassword("anna", "drei Esel im Regen")).isPresent();
    assertThat(clerks.withPassword("anna", "drei Esel")).isEmpty();
    assertThat(clerks.useCode("anna", code)).as("used when it was set up").isFalse();
    clock.tick(Duration.ofSeconds(30));
    assertThat(clerks.useCode("anna", Totp.code(secret, clock.instant()))).isTrue();
    assertThat(clerks.useCode("anna", Totp.code(secret, clock.instant()))).isFalse();
    clock.tick(Duration.ofSeconds(30));
    run("again", "anna");
    assertThat(clerks.useCode("anna", Totp.code(secret, clock.instant()))).isFalse();
  }

  @Test
  void aStartCodeEndsAfterAWeek() {
    run("add", "--unit=archiv", "--name=Anna", "anna");
    clock.tick(Duration.ofDays(7));
    assertThat(clerks.mayBegin("anna", startCode())).isFalse();
    assertThat(run("again", "anna")).isZero();
    assertThat(clerks.mayBegin("anna", startCode())).isTrue();
  }

  @Test
  void saysWhatIsWrong() {
    assertThat(run("add", "--unit=archiv", "--name=Anna", "../anna")).isOne();
    assertThat(run("add", "--unit=archiv", "--name=Anna", "--role=king", "anna")).isOne();
    assertThat(run("add", "anna")).isEqualTo(2);
    assertThat(run("again", "nobody")).isOne();
    assertThat(run()).isEqualTo(2);
    assertThat(run("add", "--unit=archiv", "--name=Anna", "anna")).isZero();
    assertThat(run("add", "--unit=archiv", "--name=Anna", "anna")).isOne();
  }

  @Test
  void locksRemovesAndLists() {
    run("add", "--unit=archiv", "--name=Anna", "anna");
    assertThat(run("lock", "anna")).isZero();
    assertThat(clerks.mayBegin("anna", startCode())).isFalse();
    run("list");
    assertThat(out.toString(UTF_8)).contains("anna\tarchiv\tclerk\tAnna\tlocked");
    run("remove", "anna");
    assertThat(clerks.find("anna")).isEmpty();
  }

  @Test
  void keepsNoSecretReadable() throws IOException {
    run("add", "--unit=archiv", "--name=Anna", "anna");
    byte[] secret = Totp.secret();
    clerks.begin(
        "anna", startCode(), "drei Esel im Regen", secret, Totp.code(secret, clock.instant()));
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        assertThat(Files.readString(file))
            .doesNotContain("drei Esel", startCode(), Totp.letters(secret));
      }
    }
  }
}
