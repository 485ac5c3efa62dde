package ch.meinkonto.connector.handover;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;

/** A disk on which the n-th step goes wrong. */
public final class FailingDisk implements Disk {

  /** What goes wrong. */
  public enum Failure {
    /** The program is killed before the step. */
    KILLED_BEFORE,
    /** The program is killed in the middle of the step. */
    KILLED_WITHIN,
    /** The disk is full. */
    FULL
  }

  /** The program is no more. */
  public static final class Killed extends Error {
    private static final long serialVersionUID = 1L;
  }

  private interface Step {
    void run() throws IOException;
  }

  private final Disk disk = new ForcedDisk();
  private final Failure failure;
  private final Runnable kill;
  private int stepsLeft;
  private boolean failed;

  public FailingDisk(int step, Failure failure) {
    this(
        step,
        failure,
        () -> {
          throw new Killed();
        });
  }

  public FailingDisk(int step, Failure failure, Runnable kill) {
    this.stepsLeft = step;
    this.failure = failure;
    this.kill = kill;
  }

  /** Whether there were as many steps. */
  public boolean hasFailed() {
    return failed;
  }

  private void step(Step whole, Step half) throws IOException {
    if (stepsLeft-- != 0) {
      whole.run();
      return;
    }
    failed = true;
    if (failure != Failure.KILLED_BEFORE) {
      half.run();
    }
    if (failure == Failure.FULL) {
      throw new IOException("No space left on device");
    }
    kill.run();
  }

  private void step(Step whole) throws IOException {
    step(whole, () -> {});
  }

  @Override
  public void createFolder(Path folder) throws IOException {
    step(() -> disk.createFolder(folder));
  }

  @Override
  public void write(Path file, Content content) throws IOException {
    step(() -> disk.write(file, content), () -> disk.write(file, half(content)));
  }

  private static byte[] half(Content content) throws IOException {
    return Arrays.copyOf(content.bytes(), (int) content.size() / 2);
  }

  @Override
  public void force(Path folder) throws IOException {
    step(() -> disk.force(folder));
  }

  @Override
  public void rename(Path from, Path to) throws IOException {
    step(() -> disk.rename(from, to));
  }

  @Override
  public void append(Path file, String line) throws IOException {
    step(
        () -> disk.append(file, line),
        () ->
            java.nio.file.Files.writeString(
                file,
                line.substring(0, line.length() / 2),
                java.nio.file.StandardOpenOption.CREATE,
                java.nio.file.StandardOpenOption.APPEND));
  }

  @Override
  public void deleteTree(Path folder) throws IOException {
    step(() -> disk.deleteTree(folder));
  }
}
