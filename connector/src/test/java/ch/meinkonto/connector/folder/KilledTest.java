package ch.meinkonto.connector.folder;

import static org.assertj.core.api.Assertions.assertThat;

import ch.meinkonto.connector.Samples;
import ch.meinkonto.connector.files.Inbox;
import ch.meinkonto.connector.handover.FailingDisk;
import ch.meinkonto.connector.handover.FailingDisk.Failure;
import ch.meinkonto.connector.handover.ForcedDisk;
import ch.meinkonto.contract.Reference;
import ch.meinkonto.contract.RequestId;
import ch.meinkonto.contract.SubmissionId;
import ch.meinkonto.unit.Outcome;
import ch.meinkonto.unit.ReceivedRequest;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Year;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A real process that dies in the middle, without a last word. */
class KilledTest {

  private static final int KILLED = 137;

  @TempDir private Path root;

  /** Takes a request, and dies at a step: ROOT STEP ID REFERENCE. */
  public static final class Victim {

    private Victim() {}

    public static void main(String[] arguments) throws IOException {
      FailingDisk disk =
          new FailingDisk(
              Integer.parseInt(arguments[1]),
              Failure.KILLED_WITHIN,
              () -> Runtime.getRuntime().halt(KILLED));
      new Rig(Path.of(arguments[0])).start(disk).take(request(arguments[2], arguments[3]));
    }
  }

  private static ReceivedRequest request(String id, String reference) {
    RequestId request = RequestId.of(id);
    return Samples.request(
        Samples.envelope(request, SubmissionId.of(request), new Reference(reference), null, null),
        Map.of("sache", "schirm"));
  }

  /** While it writes, while it notes what it has written, and after the rename. */
  @ParameterizedTest
  @ValueSource(ints = {4, 8, 11})
  void storesARequestOnceThoughItsProcessDied(int step) throws Exception {
    String id = UUID.randomUUID().toString();
    String reference = Reference.next(Year.of(2026)).value();
    Process victim =
        new ProcessBuilder(
                ProcessHandle.current().info().command().orElseThrow(),
                "-cp",
                System.getProperty("java.class.path"),
                Victim.class.getName(),
                root.toString(),
                Integer.toString(step),
                id,
                reference)
            .inheritIO()
            .start();
    assertThat(victim.waitFor()).isEqualTo(KILLED);

    Rig rig = new Rig(root);
    assertThat(rig.visible()).isSubsetOf(reference);
    Inbox inbox = rig.start(new ForcedDisk());
    assertThat(inbox.take(request(id, reference))).isEqualTo(Outcome.accepted());
    assertThat(rig.visible()).containsExactly(reference);
    assertThat(Rig.names(rig.layout.incoming())).containsExactly(reference);
  }
}
