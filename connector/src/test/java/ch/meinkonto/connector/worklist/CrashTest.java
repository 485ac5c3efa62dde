package ch.meinkonto.connector.worklist;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import ch.meinkonto.connector.Samples;
import ch.meinkonto.connector.handover.Disk;
import ch.meinkonto.connector.handover.FailingDisk;
import ch.meinkonto.connector.handover.FailingDisk.Failure;
import ch.meinkonto.connector.handover.FailingDisk.Killed;
import ch.meinkonto.connector.handover.ForcedDisk;
import ch.meinkonto.connector.worklist.vault.VaultKey;
import ch.meinkonto.contract.SubmissionId;
import ch.meinkonto.unit.ReceivedRequest;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.node.MissingNode;

/** Whatever step goes wrong: in the end each thing is there once and whole, and never half. */
class CrashTest {

  private static final Instant NOW = Instant.parse("2026-11-30T08:00:00Z");

  @TempDir private Path root;
  private VaultKey key;

  @BeforeEach
  void makeTheKey() throws IOException {
    key = VaultKey.make(root.resolve("worklist.key"));
  }

  private interface Doing {
    void on(CaseStore store) throws IOException;
  }

  private CaseStore open(Path folder, Disk disk) throws IOException {
    return CaseStore.open(folder, key, disk);
  }

  /** Whether there were that many steps. */
  private boolean until(int step, Failure failure, Path folder, Doing doing) throws IOException {
    FailingDisk disk = new FailingDisk(step, failure);
    try {
      doing.on(open(folder, disk));
    } catch (Killed killed) {
      assertThat(disk.hasFailed()).isTrue();
    } catch (IOException full) {
      assertThat(disk.hasFailed()).isTrue();
    }
    return disk.hasFailed();
  }

  private static CaseStore.Taken take(CaseStore store, ReceivedRequest request) throws IOException {
    return store.take(request, MissingNode.getInstance(), NOW);
  }

  private Path fresh(int step) throws IOException {
    assertThat(step).as("the test ends").isLessThan(100);
    return Files.createDirectories(root.resolve("step-" + step));
  }

  @ParameterizedTest
  @EnumSource
  void keepsEachSubmissionOnceAndWhole(Failure failure) throws IOException {
    boolean failed = true;
    for (int step = 0; failed; step++) {
      Path folder = fresh(step);
      ReceivedRequest request = Samples.lostUmbrella();
      ReceivedRequest answer = Samples.answer(request, "Der Griff ist aus Holz.");
      failed =
          until(
              step,
              failure,
              folder,
              store -> {
                take(store, request);
                take(store, answer);
              });

      CaseStore again = open(folder, new ForcedDisk());
      take(again, request);
      take(again, answer);
      assertThat(take(again, answer)).isEqualTo(CaseStore.Taken.BEFORE);
      List<SubmissionId> came =
          again
              .find(request.requestId())
              .orElseThrow()
              .received()
              .map(Entry.Received::submission)
              .toList();
      assertThat(came).as("step %d", step).containsExactly(request.id(), answer.id());
      try (InputStream photo = again.attachment(request.requestId(), request.id(), 0)) {
        assertThat(photo.readAllBytes()).isEqualTo(Samples.PHOTO);
      }
      assertThat(open(folder, new ForcedDisk()).rows()).hasSize(1);
    }
  }

  @ParameterizedTest
  @EnumSource
  void keepsWhatClerksSayOnceAndWhole(Failure failure) throws IOException {
    boolean failed = true;
    for (int step = 0; failed; step++) {
      Path folder = fresh(step);
      ReceivedRequest request = Samples.lostUmbrella();
      take(open(folder, new ForcedDisk()), request);
      UUID document = UUID.randomUUID();
      Entry said =
          new Entry.Said(
              NOW,
              "anna",
              UUID.randomUUID(),
              Entry.Kind.MESSAGE,
              "Da.",
              null,
              false,
              List.of(new Entry.Attached(document, "a.pdf", "application/pdf", 3)));
      failed =
          until(
              step,
              failure,
              folder,
              store -> {
                store.write(request.requestId(), document, "abc".getBytes(UTF_8));
                store.change(request.requestId(), one -> one.with(said));
              });

      CaseStore again = open(folder, new ForcedDisk());
      for (Entry.Said one : again.find(request.requestId()).orElseThrow().waiting()) {
        assertThat(one).isEqualTo(said);
        try (InputStream content = again.document(request.requestId(), document)) {
          assertThat(content.readAllBytes()).isEqualTo("abc".getBytes(UTF_8));
        }
      }
      again.change(request.requestId(), one -> one.waiting().isEmpty() ? one.with(said) : one);
      assertThat(open(folder, new ForcedDisk()).find(request.requestId()).orElseThrow().waiting())
          .as("step %d", step)
          .hasSizeBetween(failed ? 0 : 1, 1);
    }
  }

  @ParameterizedTest
  @EnumSource
  void erasesWhollyOrNotAtAll(Failure failure) throws IOException {
    boolean failed = true;
    for (int step = 0; failed; step++) {
      Path folder = fresh(step);
      ReceivedRequest request = Samples.lostUmbrella();
      take(open(folder, new ForcedDisk()), request);
      failed = until(step, failure, folder, store -> store.erase(request.requestId(), _ -> true, NOW));

      CaseStore again = open(folder, new ForcedDisk());
      if (again.rows().isEmpty()) {
        assertThat(folder.resolve("cases")).isEmptyDirectory();
        assertThat(take(again, request)).isEqualTo(CaseStore.Taken.BEFORE);
        assertThat(take(again, Samples.answer(request, "Zu spät")))
            .isEqualTo(CaseStore.Taken.TOO_LATE);
        assertThat(again.rows()).isEmpty();
      } else {
        try (InputStream photo = again.attachment(request.requestId(), request.id(), 0)) {
          assertThat(photo.readAllBytes()).isEqualTo(Samples.PHOTO);
        }
      }
    }
    assertThat(root).isNotEmptyDirectory();
  }

  @ParameterizedTest
  @EnumSource
  void leavesNothingReadableWhateverHappens(Failure failure) throws IOException {
    boolean failed = true;
    for (int step = 0; failed; step++) {
      Path folder = fresh(step);
      failed = until(step, failure, folder, store -> take(store, Samples.lostUmbrella()));
      try (Stream<Path> files = Files.walk(folder)) {
        for (Path file : files.filter(Files::isRegularFile).toList()) {
          assertThat(file.getFileName().toString()).doesNotContain("Schirm");
          assertThat(new String(Files.readAllBytes(file), UTF_8))
              .doesNotContain("Ćosić", "schirm", "not really a photo");
        }
      }
    }
  }
}
