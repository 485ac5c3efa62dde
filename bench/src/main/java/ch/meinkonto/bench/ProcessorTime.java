package ch.meinkonto.bench;

import java.lang.management.ManagementFactory;
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

  private static long sum(Stream<ProcessHandle> processes) {
    return processes
        .mapToLong(one -> one.info().totalCpuDuration().orElse(Duration.ZERO).toNanos())
        .sum();
  }
}
