package ch.meinkonto.connector.sftp;

import ch.meinkonto.connector.files.Store;
import ch.meinkonto.connector.handover.Content;
import ch.meinkonto.connector.handover.FailingDisk.Killed;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** A server at which the n-th step goes wrong. */
final class FailingStore implements Store {

  /** What goes wrong. */
  enum Failure {
    /** The connector is killed before the step. */
    KILLED_BEFORE,
    /** The connector is killed in the middle of the step. */
    KILLED_WITHIN,
    /** The step is done, and the server's answer is lost. */
    ANSWER_LOST,
    /** The server says no. */
    REFUSED
  }

  private interface Step {
    void run() throws IOException;
  }

  private final Store store;
  private final Failure failure;
  private int stepsLeft;
  private boolean failed;

  FailingStore(Store store, int step, Failure failure) {
    this.store = store;
    this.stepsLeft = step;
    this.failure = failure;
  }

  boolean hasFailed() {
    return failed;
  }

  private void step(Step whole, Step half) throws IOException {
    if (stepsLeft-- != 0) {
      whole.run();
      return;
    }
    failed = true;
    switch (failure) {
      case KILLED_BEFORE -> throw new Killed();
      case KILLED_WITHIN -> {
        half.run();
        throw new Killed();
      }
      case ANSWER_LOST -> {
        whole.run();
        throw new IOException("its connection broke off");
      }
      case REFUSED -> throw new IOException("it says no");
    }
  }

  private void step(Step whole) throws IOException {
    step(whole, whole);
  }

  @Override
  public Optional<Entry> find(String name) throws IOException {
    step(() -> {});
    return store.find(name);
  }

  @Override
  public List<Entry> list(String folder) throws IOException {
    step(() -> {});
    return store.list(folder);
  }

  @Override
  public byte[] read(String file, int most) throws IOException {
    step(() -> {});
    return store.read(file, most);
  }

  @Override
  public void createFolder(String folder) throws IOException {
    step(() -> store.createFolder(folder));
  }

  @Override
  public void write(String file, Content content) throws IOException {
    step(() -> store.write(file, content), () -> store.write(file, half(content)));
  }

  private static byte[] half(Content content) throws IOException {
    return Arrays.copyOf(content.bytes(), (int) content.size() / 2);
  }

  @Override
  public void force(String folder) throws IOException {
    store.force(folder);
  }

  @Override
  public void rename(String from, String to) throws IOException {
    step(() -> store.rename(from, to));
  }

  @Override
  public void delete(String name) throws IOException {
    step(() -> store.delete(name));
  }

  @Override
  public String toString() {
    return "a failing " + store;
  }
}
