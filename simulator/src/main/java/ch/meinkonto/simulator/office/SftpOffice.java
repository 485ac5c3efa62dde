package ch.meinkonto.simulator.office;

import static java.nio.charset.StandardCharsets.UTF_8;

import ch.meinkonto.contract.Json;
import ch.meinkonto.simulator.Disk;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * A unit whose system reads CSV files from its server, says by a file what it took, and puts its
 * answers beside them.
 */
final class SftpOffice implements Office {

  private static final Map<String, String> TAKEN = Map.of("state", "taken");

  private final Room room;
  private final Path incoming;
  private final Path acknowledged;
  private final CaseFolder cases;
  private final CaseWork work;
  private final Set<String> unreadable = new HashSet<>();

  SftpOffice(Path folder, Room room) {
    this.room = room;
    this.incoming = folder.resolve("eingang");
    this.acknowledged = folder.resolve("quittung");
    this.cases = room.cases();
    this.work = room.work(new FolderCorrespondence(folder.resolve("ausgang")));
  }

  @Override
  public Room room() {
    return room;
  }

  @Override
  public synchronized void work() {
    Submission.in(incoming).forEach(this::look);
    work.doWhatIsDue();
  }

  private void look(Submission order) {
    var fresh = Case.of(room.unit(), order.request(), order.files(), room.next());
    var refusal = room.take(fresh);
    if (refusal.isPresent()) {
      acknowledge(
          order.name(),
          Map.of("state", "rejected", "code", refusal.get().code(), "text", refusal.get().text()));
      return;
    }
    acknowledge(order.name(), TAKEN);
    for (var answer : order.answers()) {
      cases.once(
          fresh.requestId(),
          answer.name(),
          one -> one.answered(answer.text("antwort"), answer.files(), room.next()));
      acknowledge(order.name() + "." + answer.name(), TAKEN);
    }
    for (var withdrawal : order.withdrawals()) {
      cases.once(
          fresh.requestId(), withdrawal.name(), one -> one.withdrawn(withdrawal.text("rueckzug")));
      acknowledge(order.name() + "." + withdrawal.name(), TAKEN);
    }
  }

  /** Once: what the connector has read, it has moved to {@code erledigt}. */
  private void acknowledge(String submission, Map<String, String> content) {
    var file = acknowledged.resolve(submission + ".json");
    if (Files.exists(file)
        || Files.exists(acknowledged.resolve("erledigt").resolve(submission + ".json"))) {
      return;
    }
    if (!room.switches().on(Fault.GARBLED)) {
      Disk.write(file, Json.bytes(content));
    } else if (unreadable.add(submission)) {
      Disk.write(file, "unlesbar".getBytes(UTF_8));
    }
  }
}
