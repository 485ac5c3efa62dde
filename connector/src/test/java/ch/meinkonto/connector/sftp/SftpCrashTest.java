package ch.meinkonto.connector.sftp;

import static org.assertj.core.api.Assertions.assertThat;

import ch.meinkonto.connector.Samples;
import ch.meinkonto.connector.handover.Disk;
import ch.meinkonto.connector.handover.FailingDisk;
import ch.meinkonto.connector.handover.FailingDisk.Killed;
import ch.meinkonto.connector.handover.ForcedDisk;
import ch.meinkonto.connector.sftp.FailingStore.Failure;
import ch.meinkonto.unit.Outcome;
import ch.meinkonto.unit.ReceivedRequest;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Whatever breaks between any two steps, here or at the server: nothing twice, nothing lost. */
class SftpCrashTest {

  private static final int NEVER = -1;

  @TempDir private Path root;
  private Office office;

  @BeforeEach
  void open() throws IOException {
    office = new Office(root);
  }

  @AfterEach
  void close() throws IOException {
    office.close();
  }

  @ParameterizedTest
  @EnumSource
  void bringsEachRequestOnceWhateverTheServerDoes(Failure failure) throws Exception {
    boolean failed = true;
    for (int step = 0; failed; step++) {
      SftpPlan plan = office.plan("step-" + step);
      try (Server server = new Server(plan)) {
        FailingStore store = new FailingStore(server, step, failure);
        bringsOnce(plan, "step-" + step, store, server, new ForcedDisk());
        failed = store.hasFailed();
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void bringsEachRequestOnceWhateverHappensToTheNotes(FailingDisk.Failure failure)
      throws Exception {
    boolean failed = true;
    for (int step = 1; failed; step++) {
      SftpPlan plan = office.plan("step-" + step);
      try (Server server = new Server(plan)) {
        FailingDisk disk = new FailingDisk(step, failure);
        FailingStore store = new FailingStore(server, NEVER, Failure.REFUSED);
        bringsOnce(plan, "step-" + step, store, server, disk);
        failed = disk.hasFailed();
      }
    }
  }

  /** First with what fails, then again and again as it should be. */
  private void bringsOnce(
      SftpPlan plan, String name, FailingStore failing, Server server, Disk disk) throws Exception {
    UnitFolder folder = office.folder(name);
    ReceivedRequest request = Samples.lostUmbrella();
    String reference = request.envelope().reference().value();
    try (SftpChannel unlucky = office.start(plan, name, failing, disk)) {
      if (unlucky.take(request) instanceof Outcome.TryLater && isThere(folder, reference)) {
        folder.take(reference);
        unlucky.take(request);
      }
    } catch (Killed killed) {
      isThere(folder, reference);
    }

    FailingStore well = new FailingStore(server, NEVER, Failure.REFUSED);
    try (SftpChannel again = office.start(plan, name, well, new ForcedDisk())) {
      again.take(request);
      folder.take(reference);
      assertThat(again.take(request)).isEqualTo(Outcome.accepted());
      assertThat(again.take(request)).isEqualTo(Outcome.accepted());
    }
    assertThat(UnitFolder.names(folder.incoming())).containsExactly(reference);
    folder.complete(reference);
  }

  /** What can be seen is whole. */
  private static boolean isThere(UnitFolder folder, String reference) throws IOException {
    assertThat(folder.submissions()).isSubsetOf(List.of(reference));
    for (String submission : folder.submissions()) {
      folder.complete(submission);
    }
    return !folder.submissions().isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void sendsEachMessageOnceWhateverTheServerDoes(Failure failure) throws Exception {
    boolean failed = true;
    SftpPlan plan = office.plan("wort");
    UnitFolder folder = office.folder("wort");
    ReceivedRequest request = Samples.lostUmbrella();
    String reference = request.envelope().reference().value();
    try (Server server = new Server(plan)) {
      try (SftpChannel channel =
          office.start(
              plan, "wort", new FailingStore(server, NEVER, Failure.REFUSED), new ForcedDisk())) {
        channel.look();
        channel.take(request);
        folder.take(reference);
        assertThat(channel.take(request)).isEqualTo(Outcome.accepted());
      }
      for (int step = 0; failed; step++) {
        String document = "Schein-" + step + ".pdf";
        folder.say(
            "brief-" + step,
            Map.of(
                "reference",
                reference,
                "kind",
                "message",
                "text",
                "Nummer " + step,
                "documents",
                List.of(document)),
            Map.of(document, new byte[] {1, 2, 3}));
        FailingStore store = new FailingStore(server, step, failure);
        try (SftpChannel unlucky = office.start(plan, "wort", store, new ForcedDisk())) {
          lookAndSend(unlucky);
        } catch (Killed killed) {
          assertThat(store.hasFailed()).isTrue();
        }
        failed = store.hasFailed();
        FailingStore well = new FailingStore(server, NEVER, Failure.REFUSED);
        try (SftpChannel again = office.start(plan, "wort", well, new ForcedDisk())) {
          lookAndSend(again);
        }
        assertThat(office.portal.heard()).as("step %d", step).hasSize(step + 1);
        assertThat(UnitFolder.names(folder.outgoing())).containsExactly("erledigt", "fehler");
        assertThat(UnitFolder.names(folder.outgoing().resolve("erledigt")))
            .contains("brief-" + step + ".json", document);
        assertThat(UnitFolder.names(folder.outgoing().resolve("fehler"))).isEmpty();
      }
    }
  }

  private void lookAndSend(SftpChannel channel) {
    channel.look();
    office.clock.tick(Office.SETTLE);
    channel.look().forEach(channel::send);
  }
}
