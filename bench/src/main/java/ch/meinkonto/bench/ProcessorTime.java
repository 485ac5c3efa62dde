package ch.meinkonto.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.function.LongSupplier;
import java.util.stream.Stream;

/** How long processors have worked, as the operating system counts it; in nanoseconds. */
final class ProcessorTime {

  private ProcessorTime() {}

  /** Of this thread. */
  static long ofThisThread() {
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
  }

  /** Of a process, all its threads; in steps of a hundredth of a second. */
  static LongSupplier of(ProcessHandle process) {
    return () -> sum(Stream.of(process));
  }

  /** Of a database server: the process and those it started. */
  static LongSupplier ofServer(ProcessHandle process) {
    return () -> sum(Stream.concat(Stream.of(process), process.descendants()));
  }

  /** Of the compilers in a process that runs Java; Linux only, in steps of a hundredth. */
  static LongSupplier ofCompilers(ProcessHandle process) {
    var threads = Path.of("/proc/" + process.pid() + "/task");
    return () -> {
      try (var all = Files.list(threads)) {
        return all.mapToLong(ProcessorTime::whileCompiling).sum();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    };
  }

  /** See proc(5): what follows the name in brackets are the fields 3, 4, … */
  private static long whileCompiling(Path thread) {
    try {
      var line = Files.readString(thread.resolve("stat"));
      if (!line.matches("(?s).*\\(C[12] Compiler.*")) {
        return 0;
      }
      var fields = line.substring(line.lastIndexOf(')') + 2).split(" ");
      return (Long.parseLong(fields[11]) + Long.parseLong(fields[12])) * 10_000_000;
    } catch (IOException goneMeanwhile) {
      return 0;
    }
  }

  private static long sum(Stream<ProcessHandle> processes) {
    return processes
        .mapToLong(one -> one.info().totalCpuDuration().orElse(Duration.ZERO).toNanos())
        .sum();
  }
}
