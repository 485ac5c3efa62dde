package ch.meinkonto.bench;

import ch.meinkonto.catalogue.ServiceId;
import ch.meinkonto.contract.Assurance;
import ch.meinkonto.directory.UnitId;
import ch.meinkonto.platform.upload.Content;
import ch.meinkonto.request.Attachment;
import ch.meinkonto.request.NewRequest;
import ch.meinkonto.request.Requests;
import ch.meinkonto.request.SubmitOutcome;
import ch.meinkonto.unit.Outcome;
import ch.meinkonto.unit.ReceivedAttachment;
import ch.meinkonto.unit.ReceivedRequest;
import ch.meinkonto.unit.Unit;
import ch.meinkonto.unit.UnitSettings;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.LongAdder;

/**
 * What attachments cost in memory when several people send large ones at once and their unit
 * fetches several at once, and how fast they get through. Portal and unit's library are in this one
 * process, in which there is a collection ten times a second.
 */
final class AttachmentsScenario implements Bench.Scenario {

  private static final long MEGABYTE = 1024 * 1024;
  private static final int FEW = 10; // megabytes: some fragments, as of any larger one
  private static final double FLAT = 1.5;

  /** What came of it, with attachments of one size. */
  private record Measured(double live, double stored, double taken) {}

  @Override
  public void run(Options options) throws Exception {
    var people = options.get("people", 4);
    var large = options.get("megabytes", 100);
    try (var around = Surroundings.start();
        var portal = PortalInside.start(around);
        var unit =
            Unit.connect(
                UnitSettings.of(portal.address(), around.unit())
                    .withWorkers(people)
                    .withTimeout(Duration.ofMinutes(2)))) {
      var residents = Residents.register(portal, people, "");
      var requests = portal.bean(Requests.class);
      Report.progress("warming up");
      measure(requests, unit, residents, MEGABYTE);
      Report.row(
          "%d people at once, %d MB of memory"
              .formatted(people, Runtime.getRuntime().maxMemory() / MEGABYTE),
          "in use",
          "stored",
          "taken");
      row(requests, unit, residents, 1);
      var some = row(requests, unit, residents, FEW);
      var many = row(requests, unit, residents, large);
      Report.verdict(
          "attachments of %d MB need %s the memory of ones of %d MB (target: at most %.1f ×)"
              .formatted(large, Report.times(many.live() / some.live()), FEW, FLAT));
    }
  }

  private static Measured row(
      Requests requests, Unit unit, List<Residents.Resident> residents, int megabytes)
      throws Exception {
    Report.progress("attachments of %d MB".formatted(megabytes));
    var measured = measure(requests, unit, residents, megabytes * MEGABYTE);
    Report.row(
        "attachments of %d MB".formatted(megabytes),
        "%.0f MB".formatted(measured.live() / MEGABYTE),
        "%.1f MB/s".formatted(measured.stored() / MEGABYTE),
        "%.1f MB/s".formatted(measured.taken() / MEGABYTE));
    return measured;
  }

  private static Measured measure(
      Requests requests, Unit unit, List<Residents.Resident> residents, long size)
      throws Exception {
    try (var memory = MemoryInUse.watch();
        var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var begin = System.nanoTime();
      for (var sent :
          threads.invokeAll(
              residents.stream()
                  .<Callable<Boolean>>map(one -> () -> send(requests, one, size))
                  .toList())) {
        sent.get();
      }
      var stored = System.nanoTime();
      var read = new LongAdder();
      var together = size * residents.size();
      while (read.sum() < together) {
        unit.receiveOnce(request -> take(request, read), residents.size(), Duration.ofSeconds(5));
      }
      var taken = System.nanoTime();
      return new Measured(
          memory.most(), together * 1e9 / (stored - begin), together * 1e9 / (taken - stored));
    }
  }

  private static boolean send(Requests requests, Residents.Resident resident, long size) {
    var request =
        new NewRequest(
            UUID.randomUUID(),
            new ServiceId(Surroundings.SERVICE),
            1,
            new UnitId(Surroundings.UNIT),
            resident.account(),
            Assurance.LOGIN,
            Locale.GERMAN,
            Residents.ANSWERS,
            null,
            List.of(new Attachment("Film.pdf", "application/pdf", new Film(size), "beilage")),
            List.of(),
            null);
    return requests.submit(request) instanceof SubmitOutcome.Received;
  }

  private static Outcome take(ReceivedRequest request, LongAdder read) {
    for (ReceivedAttachment attachment : request.attachments()) {
      try (var in = attachment.open()) {
        read.add(in.transferTo(OutputStream.nullOutputStream()));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return Outcome.accepted();
  }

  /** So many bytes that nobody holds. */
  private record Film(long size) implements Content {

    @Override
    public InputStream open() {
      return new InputStream() {
        private long left = size;

        @Override
        public int read() {
          return left-- > 0 ? 7 : -1;
        }

        @Override
        public int read(byte[] into, int offset, int length) {
          if (left <= 0) {
            return -1;
          }
          var some = (int) Math.min(left, length);
          left -= some;
          return some;
        }
      };
    }
  }
}
