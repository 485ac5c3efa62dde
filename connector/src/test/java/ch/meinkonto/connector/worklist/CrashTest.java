package ch.meinkonto.connector.worklist;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import ch.meinkonto.connector.Samples;
import ch.meinkonto.connector.handover.FailingDisk;
import ch.meinkonto.connector.handover.FailingDisk.Failure;
import ch.meinkonto.connector.handover.FailingDisk.Killed;
import ch.meinkonto.connector.handover.ForcedDisk;
import ch.meinkonto.connector.worklist.vault.VaultKey;
import ch.meinkonto.contract.Formal;
import ch.meinkonto.contract.RequestId;
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
  private Path folder;

  @BeforeEach
  void makeTheKey() throws IOException {
    folder = root;
    key = VaultKey.make(root.resolve("worklist.key"));
  }

  private interface Doing {
    void on(CaseStore store) throws IOException;
  }

  private CaseStore open() throws IOException {
    return CaseStore.open(folder, key, new ForcedDisk());
  }

  private interface Looking {
    void after(boolean failed) throws IOException;
  }

  /**
   * Does the same again and again, each time in another folder, and one step later goes wrong.
   *
   * @param known what came before
   */
  private void atEachStep(
      Failure failure, List<ReceivedRequest> known, Doing doing, Looking looking)
      throws IOException {
    boolean failed = true;
    for (int step = 0; failed; step++) {
      assertThat(step).as("the test ends").isLessThan(100);
      folder = Files.createDirectories(root.resolve("step-" + step));
      for (ReceivedRequest one : known) {
        take(open(), one);
      }
      FailingDisk disk = new FailingDisk(step, failure);
      try {
        doing.on(CaseStore.open(folder, key, disk));
      } catch (Killed | IOException wanted) {
        assertThat(disk.hasFailed()).as("%s", folder).isTrue();
      }
      failed = disk.hasFailed();
      looking.after(failed);
    }
  }

  private static CaseStore.Taken take(CaseStore store, ReceivedRequest request) throws IOException {
    return store.take(request, MissingNode.getInstance(), NOW);
  }

  private static void assertHasPhoto(CaseStore store, ReceivedRequest request) throws IOException {
    try (InputStream photo = store.attachment(request.requestId(), request.id(), 0)) {
      assertThat(photo.readAllBytes()).isEqualTo(Samples.PHOTO);
    }
  }

  @ParameterizedTest
  @EnumSource
  void keepsEachSubmissionOnceAndWhole(Failure failure) throws IOException {
    ReceivedRequest request = Samples.lostUmbrella();
    ReceivedRequest answer = Samples.answer(request, "Der Griff ist aus Holz.");
    Doing both =
        store -> {
          take(store, request);
          take(store, answer);
        };
    atEachStep(
        failure,
        List.of(),
        both,
        _ -> {
          CaseStore again = open();
          both.on(again);
          assertThat(take(again, answer)).isEqualTo(CaseStore.Taken.BEFORE);
          List<SubmissionId> came =
              again
                  .find(request.requestId())
                  .orElseThrow()
                  .received()
                  .map(Entry.Received::submission)
                  .toList();
          assertThat(came).as("%s", folder).containsExactly(request.id(), answer.id());
          assertHasPhoto(again, request);
          assertThat(open().rows()).hasSize(1);
        });
  }

  @ParameterizedTest
  @EnumSource
  void keepsWhatClerksSayOnceAndWhole(Failure failure) throws IOException {
    ReceivedRequest request = Samples.lostUmbrella();
    RequestId id = request.requestId();
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
            List.of(new Entry.Attached(document, "a.pdf", "application/pdf", 3)),
            Formal.of(Formal.Kind.DECISION));
    atEachStep(
        failure,
        List.of(request),
        store -> {
          store.write(id, document, "abc".getBytes(UTF_8));
          store.change(id, one -> one.with(said));
        },
        failed -> {
          CaseStore again = open();
          for (Entry.Said one : again.find(id).orElseThrow().waiting()) {
            assertThat(one).isEqualTo(said);
            try (InputStream content = again.document(id, document)) {
              assertThat(content.readAllBytes()).isEqualTo("abc".getBytes(UTF_8));
            }
          }
          again.change(id, one -> one.waiting().isEmpty() ? one.with(said) : one);
          assertThat(open().find(id).orElseThrow().waiting())
              .as("%s", folder)
              .hasSizeBetween(failed ? 0 : 1, 1);
        });
  }

  @ParameterizedTest
  @EnumSource
  void erasesWhollyOrNotAtAll(Failure failure) throws IOException {
    ReceivedRequest request = Samples.lostUmbrella();
    atEachStep(
        failure,
        List.of(request),
        store -> store.erase(request.requestId(), _ -> true, NOW),
        _ -> {
          CaseStore again = open();
          if (again.rows().isEmpty()) {
            assertThat(folder.resolve("cases")).isEmptyDirectory();
            assertThat(take(again, request)).isEqualTo(CaseStore.Taken.BEFORE);
            assertThat(take(again, Samples.answer(request, "Zu spät")))
                .isEqualTo(CaseStore.Taken.TOO_LATE);
            assertThat(again.rows()).isEmpty();
          } else {
            assertHasPhoto(again, request);
          }
        });
    assertThat(root).isNotEmptyDirectory();
  }

  @ParameterizedTest
  @EnumSource
  void leavesNothingReadableWhateverHappens(Failure failure) throws IOException {
    atEachStep(
        failure,
        List.of(),
        store -> take(store, Samples.lostUmbrella()),
        _ -> {
          try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
              assertThat(file.getFileName().toString()).doesNotContain("Schirm");
              assertThat(new String(Files.readAllBytes(file), UTF_8))
                  .doesNotContain("Ćosić", "schirm", "not really a photo");
            }
          }
        });
  }
}
