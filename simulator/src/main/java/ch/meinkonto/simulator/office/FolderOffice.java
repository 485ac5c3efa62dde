package ch.meinkonto.simulator.office;

import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Set;

/**
 * A unit that knows nothing of the contract: it looks into a folder that the connector fills, and
 * puts its answers into another.
 */
final class FolderOffice implements Office {

  private final Room room;
  private final Path incoming;
  private final CaseFolder cases;
  private final CaseWork work;

  FolderOffice(Path folder, Room room) {
    this.room = room;
    this.incoming = folder.resolve("eingang");
    this.cases = room.cases();
    this.work = room.work(new FolderCorrespondence(folder.resolve("ausgang")));
  }

  @Override
  public Room room() {
    return room;
  }

  /** Nobody can reject by a folder. */
  @Override
  public Set<Fault> faults() {
    return EnumSet.complementOf(EnumSet.of(Fault.REJECTING));
  }

  @Override
  public synchronized void work() {
    Submission.in(incoming).forEach(this::look);
    work.doWhatIsDue();
  }

  private void look(Submission order) {
    var fresh = Case.of(room.unit(), order.request(), order.files(), room.next());
    cases.add(fresh);
    for (var answer : order.answers()) {
      cases.once(
          fresh.requestId(),
          answer.name(),
          one -> one.answered(answer.text("antwort"), answer.files(), room.next()));
    }
    for (var withdrawal : order.withdrawals()) {
      cases.once(
          fresh.requestId(), withdrawal.name(), one -> one.withdrawn(withdrawal.text("rueckzug")));
    }
  }
}
