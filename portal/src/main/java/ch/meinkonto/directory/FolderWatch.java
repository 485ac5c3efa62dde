package ch.meinkonto.directory;

import java.io.IOException;
import java.nio.file.ClosedWatchServiceException;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchService;
import java.time.Duration;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Says when a folder’s files have changed and come to rest. The operating system wakes it; because
 * that is not to be relied on (network drives, folders swapped by a link, as Kubernetes does), it
 * also looks by itself from time to time.
 */
final class FolderWatch implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(FolderWatch.class);
  private static final int MAX_DEPTH = 4;

  /** How long nothing may move before a change counts as finished: editors write in steps. */
  private static final Duration REST = Duration.ofMillis(250);

  private static final Duration LOOK = Duration.ofSeconds(2);

  /** A file’s size and time of change by its path. */
  private record Stamp(TreeMap<String, String> files) {}

  private final Path folder;
  private final Runnable onChange;
  private Stamp seen;
  private @Nullable Thread thread;

  FolderWatch(Path folder, Runnable onChange) {
    this.folder = folder;
    this.onChange = onChange;
    this.seen = stamp();
  }

  /** Watches in the background until closed. */
  synchronized void start() {
    thread = Thread.ofPlatform().daemon().name("watch-" + folder.getFileName()).start(this::watch);
  }

  /** Looks once, and says when something changed since the last look. */
  boolean look() {
    var now = stamp();
    if (now.equals(seen)) {
      return false;
    }
    seen = now;
    try {
      onChange.run();
    } catch (RuntimeException e) {
      LOG.error("A change in {} could not be taken over", folder, e);
    }
    return true;
  }

  private void watch() {
    try (var watching = folder.getFileSystem().newWatchService()) {
      while (!Thread.currentThread().isInterrupted()) {
        register(watching);
        var woken = watching.poll(LOOK.toMillis(), TimeUnit.MILLISECONDS) != null;
        if (woken || !stamp().equals(seen)) {
          awaitRest(watching);
          look();
        }
      }
    } catch (InterruptedException | ClosedWatchServiceException e) {
      Thread.currentThread().interrupt();
    } catch (IOException e) {
      LOG.error("{} can’t be watched; changes need a new start", folder, e);
    }
  }

  private void awaitRest(WatchService watching) throws InterruptedException {
    var before = stamp();
    while (true) {
      var woken = watching.poll(REST.toMillis(), TimeUnit.MILLISECONDS);
      if (woken != null) {
        woken.pollEvents();
        woken.reset();
      }
      var after = stamp();
      if (woken == null && after.equals(before)) {
        return;
      }
      before = after;
    }
  }

  /** Folders may come and go: registering one again changes nothing. */
  private void register(WatchService watching) {
    try (var all = Files.walk(folder, MAX_DEPTH, FileVisitOption.FOLLOW_LINKS)) {
      for (var place : all.filter(Files::isDirectory).toList()) {
        var key =
            place.register(
                watching,
                StandardWatchEventKinds.ENTRY_CREATE,
                StandardWatchEventKinds.ENTRY_MODIFY,
                StandardWatchEventKinds.ENTRY_DELETE);
        key.pollEvents();
        key.reset();
      }
    } catch (IOException | java.io.UncheckedIOException e) {
      // Not there, or moving just now: the next look sees it.
      LOG.debug("{} can’t be registered now", folder, e);
    }
  }

  private Stamp stamp() {
    var files = new TreeMap<String, String>();
    try (var all = Files.walk(folder, MAX_DEPTH, FileVisitOption.FOLLOW_LINKS)) {
      for (var file : all.filter(Files::isRegularFile).toList()) {
        files.put(
            folder.relativize(file).toString(),
            Files.size(file) + "@" + Files.getLastModifiedTime(file).to(TimeUnit.NANOSECONDS));
      }
    } catch (IOException | java.io.UncheckedIOException e) {
      files.put("", "unreadable");
    }
    return new Stamp(files);
  }

  @Override
  public synchronized void close() {
    if (thread != null) {
      thread.interrupt();
    }
  }
}
