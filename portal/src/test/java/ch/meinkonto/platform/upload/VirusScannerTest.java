package ch.meinkonto.platform.upload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ch.meinkonto.platform.upload.VirusScanSettings.Away;
import ch.meinkonto.platform.upload.VirusScanner.Finding;
import ch.meinkonto.testing.ClamDaemon;
import ch.meinkonto.testing.RunningPortal;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** A real ClamAV looks at files, and is not always there. */
@ExtendWith(OutputCaptureExtension.class)
class VirusScannerTest {

  private static final int MEGABYTE = 1024 * 1024;

  @Test
  void findsAVirusAtTheEndOfALargeFile(CapturedOutput lines) {
    try (var clamd = ClamDaemon.start()) {
      var scanner = scanner(clamd.address(), Away.REFUSE);

      assertThat(scanner.look(file(9 * MEGABYTE, false))).isEqualTo(Finding.CLEAN);
      assertThat(scanner.look(file(9 * MEGABYTE, true))).isEqualTo(Finding.INFECTED);
      assertThat(scanner.look(file(100, true)).rule()).contains("infected-file");
      assertThat(scanner.look(Content.of(new byte[0]))).isEqualTo(Finding.CLEAN);
    }
    assertThat(lines.getOut()).contains("A file was refused: stream: Mein-Konto-Test");
  }

  @Test
  void speaksOverTcpOnThisMachine() {
    var port = RunningPortal.freePort();
    try (var _ = ClamDaemon.start("TCPSocket " + port, "TCPAddr 127.0.0.1")) {
      var scanner = scanner("tcp://localhost:" + port, Away.REFUSE);
      assertThat(scanner.look(file(100, false))).isEqualTo(Finding.CLEAN);
      assertThat(scanner.look(file(100, true))).isEqualTo(Finding.INFECTED);
    }
  }

  @Test
  void whatItWillNotLookAtIsRefused(CapturedOutput lines) {
    try (var clamd = ClamDaemon.start("StreamMaxLength 1M")) {
      assertThat(scanner(clamd.address(), Away.REFUSE).look(file(3 * MEGABYTE, false)))
          .isEqualTo(Finding.NOT_SCANNED);
    }
    assertThat(lines.getOut())
        .contains("did not look at a file, which was refused", "raise StreamMaxLength");
  }

  @Test
  void whatItLooksAtInPartOnlyIsRefusedWhereItSaysSo(CapturedOutput lines) {
    try (var clamd = ClamDaemon.start("MaxFileSize 1M", "AlertExceedsMax yes")) {
      assertThat(scanner(clamd.address(), Away.REFUSE).look(file(3 * MEGABYTE, true)))
          .isEqualTo(Finding.NOT_SCANNED);
    }
    assertThat(lines.getOut()).contains("Heuristics.Limits.Exceeded", "raise StreamMaxLength");
  }

  @Test
  void whileItIsAwayFilesAreRefusedUnlessTheOperatorWantsItOtherwise(CapturedOutput lines) {
    String address;
    try (var clamd = ClamDaemon.start()) {
      address = clamd.address();
    }
    assertThat(scanner(address, Away.REFUSE).look(file(100, false)).rule())
        .contains("unscanned-file");
    assertThat(scanner(address, Away.TAKE).look(file(100, true))).isEqualTo(Finding.CLEAN);
    assertThat(lines.getOut()).contains("which was refused", "which was taken");
  }

  @Test
  void withoutOneNobodyLooks() {
    assertThat(scanner("", Away.REFUSE).look(file(100, true))).isEqualTo(Finding.CLEAN);
  }

  @ParameterizedTest
  @ValueSource(strings = {"tcp://av.stadt.ch:3310", "tcp://localhost", "http://localhost:3310"})
  void filesDoNotLeaveThisMachineInTheClear(String address) {
    assertThatThrownBy(() -> scanner(address, Away.REFUSE)).hasMessageContaining("VIRUS_SCANNER");
  }

  private static VirusScanner scanner(String address, Away away) {
    return new VirusScanner(new VirusScanSettings(address, away));
  }

  private static Content file(int size, boolean infected) {
    var content = new byte[size];
    new Random(7).nextBytes(content);
    if (infected) {
      var virus = ClamDaemon.VIRUS;
      System.arraycopy(virus, 0, content, size - virus.length, virus.length);
    }
    return Content.of(content);
  }
}
