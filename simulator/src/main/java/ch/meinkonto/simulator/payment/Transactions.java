package ch.meinkonto.simulator.payment;

import ch.meinkonto.simulator.Disk;
import ch.meinkonto.simulator.SimulatorSettings;
import ch.meinkonto.simulator.payment.Transaction.Status;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** All that anybody was to pay; each in a file, so that money stays where it is over a restart. */
@Component
class Transactions {

  /** How long one may stay on the page. */
  private static final Duration ON_PAGE = Duration.ofMinutes(30);

  private final Path folder;
  private final JsonMapper json;
  private final Map<String, Transaction> all = new ConcurrentHashMap<>();

  Transactions(SimulatorSettings settings, JsonMapper json) throws IOException {
    this.folder = settings.payments().resolve("transactions");
    this.json = json;
    Files.createDirectories(folder);
    try (var files = Files.list(folder)) {
      files.filter(file -> file.toString().endsWith(".json")).forEach(this::read);
    }
  }

  private void read(Path file) {
    try {
      var transaction = json.readValue(Files.readAllBytes(file), Transaction.class);
      all.put(transaction.id(), transaction);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  void add(Transaction transaction) {
    keep(transaction);
    all.put(transaction.id(), transaction);
  }

  Optional<Transaction> find(String id) {
    return Optional.ofNullable(
        all.computeIfPresent(id, (_, known) -> stale(known) ? kept(expired(known)) : known));
  }

  /** Changes one; two changes of one come one after the other. */
  Optional<Transaction> change(String id, UnaryOperator<Transaction> change) {
    return find(id).map(_ -> all.computeIfPresent(id, (_, known) -> kept(change.apply(known))));
  }

  List<Transaction> newestFirst() {
    return all.values().stream()
        .sorted(Comparator.comparing(Transaction::createdAt).reversed())
        .toList();
  }

  private static boolean stale(Transaction transaction) {
    return transaction.status() == Status.INITIALIZED
        && transaction.createdAt().plus(ON_PAGE).isBefore(Instant.now());
  }

  private static Transaction expired(Transaction transaction) {
    return transaction.in(Status.FAILED, "expire", null);
  }

  private Transaction kept(Transaction transaction) {
    keep(transaction);
    return transaction;
  }

  private void keep(Transaction transaction) {
    Disk.write(folder.resolve(transaction.id() + ".json"), json.writeValueAsBytes(transaction));
  }
}
