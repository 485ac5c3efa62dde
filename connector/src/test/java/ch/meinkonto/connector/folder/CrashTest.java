package ch.meinkonto.connector.folder;

import static org.assertj.core.api.Assertions.assertThat;

import ch.meinkonto.connector.Samples;
import ch.meinkonto.connector.files.Inbox;
import ch.meinkonto.connector.handover.FailingDisk;
import ch.meinkonto.connector.handover.FailingDisk.Failure;
import ch.meinkonto.connector.handover.FailingDisk.Killed;
import ch.meinkonto.connector.handover.ForcedDisk;
import ch.meinkonto.unit.Outcome;
import ch.meinkonto.unit.ReceivedRequest;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Whatever step goes wrong: one complete folder in the end, and never a half one to be seen. */
class CrashTest {

  @TempDir private Path root;

  @ParameterizedTest
  @EnumSource
  void storesEachRequestOnce(Failure failure) throws IOException {
    boolean failed = true;
    for (int step = 0; failed; step++) {
      Rig rig = new Rig(root.resolve("step-" + step));
      ReceivedRequest request = Samples.lostUmbrella();
      String reference = request.envelope().reference().value();
      failed = takeUntil(step, failure, rig, request);
      assertThat(rig.visible()).isSubsetOf(reference);

      Inbox again = rig.start(new ForcedDisk());
      assertThat(again.take(request)).isEqualTo(Outcome.accepted());
      assertThat(again.take(request)).isEqualTo(Outcome.accepted());
      assertThat(rig.visible()).containsExactly(reference);
      assertThat(Rig.names(rig.layout.incoming())).containsExactly(reference);
      assertThat(rig.ledger(new ForcedDisk()).isDone(request.id())).isTrue();
      assertThat(step).as("the test ends").isLessThan(100);
    }
  }

  @ParameterizedTest
  @EnumSource
  void storesEachAnswerOnce(Failure failure) throws IOException {
    boolean failed = true;
    for (int step = 0; failed; step++) {
      Rig rig = new Rig(root.resolve("step-" + step));
      ReceivedRequest request = Samples.lostUmbrella();
      rig.start(new ForcedDisk()).take(request);
      ReceivedRequest answer = Samples.answer(request, "Der Griff ist aus Holz.");
      failed = takeUntil(step, failure, rig, answer);

      assertThat(rig.start(new ForcedDisk()).take(answer)).isEqualTo(Outcome.accepted());
      Path folder = rig.layout.incoming().resolve(request.envelope().reference().value());
      assertThat(Rig.names(folder).filter(name -> name.startsWith("antwort")))
          .containsExactly("antwort-1");
      Rig.assertComplete(folder.resolve("antwort-1"));
      assertThat(Rig.names(rig.layout.incoming())).hasSize(1);
    }
  }

  @ParameterizedTest
  @EnumSource
  void doesNotBringBackWhatWasTakenAwayBetweenTheCrashAndTheNextStart(Failure failure)
      throws IOException {
    boolean failed = true;
    for (int step = 0; failed; step++) {
      Rig rig = new Rig(root.resolve("step-" + step));
      ReceivedRequest request = Samples.lostUmbrella();
      failed = takeUntil(step, failure, rig, request);
      int times = rig.visible().size();
      for (String visible : rig.visible()) {
        new ForcedDisk().deleteTree(rig.layout.incoming().resolve(visible));
      }
      rig.start(new ForcedDisk()).take(request);
      assertThat(times + rig.visible().size()).as("step %d", step).isOne();
    }
  }

  /** Whether there were that many steps. */
  private static boolean takeUntil(int step, Failure failure, Rig rig, ReceivedRequest request)
      throws IOException {
    FailingDisk disk = new FailingDisk(step, failure);
    try {
      Outcome outcome = rig.start(disk).take(request);
      assertThat(outcome.equals(Outcome.accepted())).isNotEqualTo(disk.hasFailed());
    } catch (Killed killed) {
      assertThat(disk.hasFailed()).isTrue();
    }
    return disk.hasFailed();
  }
}
