package ch.meinkonto.connector;

import ch.meinkonto.connector.handover.Hash;
import ch.meinkonto.contract.Json;
import ch.meinkonto.contract.Offer;
import ch.meinkonto.unit.Offers;
import ch.meinkonto.unit.PortalRefused;
import ch.meinkonto.unit.PortalUnavailable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;

/**
 * Publishes what residents can book from files that the unit's system writes: {@code
 * SERVICE/OFFER.json}, each an offer as the contract's schema has it. A file that changes is
 * published anew; one that goes away is withdrawn. What was published is known again after a start
 * only by publishing it once more, which changes nothing.
 */
final class OfferFiles implements AutoCloseable {

  private static final Logger log = LoggerFactory.getLogger(OfferFiles.class);
  private static final Duration EVERY = Duration.ofSeconds(2);
  private static final Duration AFTER_TROUBLE = Duration.ofSeconds(20);
  private static final Pattern NAME =
      Pattern.compile("([a-z0-9-]+)/([A-Za-z0-9][A-Za-z0-9._-]{0,63})\\.json");

  private final String unit;
  private final Path folder;
  private final Offers offers;
  private final Trouble trouble;
  private final Map<String, String> published = new HashMap<>();
  private final Map<String, String> refused = new HashMap<>();
  private final CountDownLatch closing = new CountDownLatch(1);

  OfferFiles(String unit, Path folder, Offers offers) {
    this.unit = unit;
    this.folder = folder;
    this.offers = offers;
    this.trouble = new Trouble(log, unit + ": its offers are published again");
  }

  void start() {
    Thread.ofVirtual().name("offers-" + unit).start(this::run);
  }

  private void run() {
    try {
      while (!closing.await((look() ? EVERY : AFTER_TROUBLE).toMillis(), TimeUnit.MILLISECONDS)) {}
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Whether the portal could be reached. */
  private boolean look() {
    try {
      Map<String, Path> files = files();
      files.forEach(this::publish);
      for (String gone : List.copyOf(published.keySet())) {
        if (!files.containsKey(gone)) {
          withdraw(gone);
        }
      }
      trouble.none();
      return true;
    } catch (IOException | PortalUnavailable | PortalRefused e) {
      trouble.because(unit + ": its offers can't be published: " + e.getMessage());
      return false;
    }
  }

  private Map<String, Path> files() throws IOException {
    Map<String, Path> found = new TreeMap<>();
    if (Files.isDirectory(folder)) {
      try (Stream<Path> files = Files.walk(folder, 2)) {
        for (Path file : files.filter(Files::isRegularFile).toList()) {
          String name = folder.relativize(file).toString().replace('\\', '/');
          if (NAME.matcher(name).matches()) {
            found.put(name, file);
          }
        }
      }
    }
    return found;
  }

  /** What the portal refuses is tried again when the file has changed. */
  private void publish(String name, Path file) {
    try {
      byte[] content = Files.readAllBytes(file);
      String hash = Hash.of(content);
      if (hash.equals(published.get(name)) || hash.equals(refused.get(name))) {
        return;
      }
      refused.put(name, hash);
      var match = NAME.matcher(name);
      if (match.matches()) {
        offers.publish(match.group(1), match.group(2), Json.read(content, Offer.class));
      }
      refused.remove(name);
      published.put(name, hash);
    } catch (PortalRefused e) {
      if (e.problem().status() == 401) {
        refused.remove(name);
        throw e; // its keys may be known soon
      }
      log.error("{}: the portal refuses {}: {}", unit, name, e.getMessage());
    } catch (JacksonException e) {
      log.error(
          "{}: {} is no offer as the contract has it: {}", unit, name, e.getOriginalMessage());
    } catch (IOException e) {
      log.warn("{}: {} can't be read now: {}", unit, name, e.getMessage());
    }
  }

  private void withdraw(String name) {
    var match = NAME.matcher(name);
    if (match.matches()) {
      offers.withdraw(match.group(1), match.group(2));
    }
    published.remove(name);
  }

  @Override
  public void close() {
    closing.countDown();
  }
}
