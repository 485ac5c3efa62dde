package ch.meinkonto.connector.folder;

import static org.assertj.core.api.Assertions.assertThat;

import ch.meinkonto.connector.Samples;
import ch.meinkonto.connector.files.Inbox;
import ch.meinkonto.connector.handover.Disk;
import ch.meinkonto.connector.handover.FailingDisk;
import ch.meinkonto.connector.handover.ForcedDisk;
import ch.meinkonto.contract.Json;
import ch.meinkonto.unit.Outcome;
import ch.meinkonto.unit.ReceivedRequest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import tools.jackson.databind.JsonNode;

@ExtendWith(OutputCaptureExtension.class)
class InboxTest {

  private final ReceivedRequest umbrella = Samples.lostUmbrella();
  private final String reference = umbrella.envelope().reference().value();
  @TempDir private Path root;
  private Rig rig;
  private Inbox inbox;

  @BeforeEach
  void open() throws IOException {
    rig = new Rig(root);
    inbox = rig.start(new ForcedDisk());
  }

  @Test
  void storesARequestAsAFolderWithEverythingInIt() throws IOException {
    assertThat(inbox.take(umbrella)).isEqualTo(Outcome.accepted());

    assertThat(rig.visible()).containsExactly(reference);
    Path folder = rig.layout.incoming().resolve(reference);
    assertThat(Rig.names(folder))
        .containsExactly("anhang", "antrag.json", "antrag.pdf", "manifest.json", "quittung.jws");
    assertThat(folder.resolve("anhang/1-Schirm.jpg")).hasBinaryContent(Samples.PHOTO);
    assertThat(folder.resolve("quittung.jws")).hasContent("signed.by.portal");
    JsonNode request = Json.mapper().readTree(Files.readString(folder.resolve("antrag.json")));
    assertThat(request.at("/answers/farbe").asString()).isEqualTo("rot");
    assertThat(request.at("/sender/name/family").asString()).isEqualTo("Ćosić");
    assertThat(request.at("/office").asString()).isEqualTo(Samples.OFFICE);
    assertThat(request.at("/envelope/reference").asString()).isEqualTo(reference);
    assertThat(request.at("/attachments/0/file").asString()).isEqualTo("anhang/1-Schirm.jpg");
  }

  @Test
  void storesARequestOnceHoweverOftenItComes() throws IOException {
    inbox.take(umbrella);
    inbox.take(umbrella);
    assertThat(rig.start(new ForcedDisk()).take(umbrella)).isEqualTo(Outcome.accepted());
    assertThat(Rig.names(rig.layout.incoming())).containsExactly(reference);
  }

  @Test
  void doesNotBringBackWhatTheUnitHasTakenAway() throws IOException {
    inbox.take(umbrella);
    new ForcedDisk().deleteTree(rig.layout.incoming().resolve(reference));
    assertThat(rig.start(new ForcedDisk()).take(umbrella)).isEqualTo(Outcome.accepted());
    assertThat(Rig.names(rig.layout.incoming())).isEmpty();
  }

  @Test
  void recognisesItsFoldersWithoutItsLedger() throws IOException {
    inbox.take(umbrella);
    Files.delete(rig.layout.own().resolve("handed-over.jsonl"));
    assertThat(rig.start(new ForcedDisk()).take(umbrella)).isEqualTo(Outcome.accepted());
    assertThat(rig.visible()).containsExactly(reference);
  }

  @Test
  void putsAnswersIntoTheFolderOfTheirRequest() throws IOException {
    inbox.take(umbrella);
    ReceivedRequest first = Samples.answer(umbrella, "Der Griff ist aus Holz.");
    inbox.take(first);
    inbox.take(Samples.answer(umbrella, "Und er ist lang."));
    inbox.take(first);

    Path folder = rig.layout.incoming().resolve(reference);
    assertThat(Rig.names(folder).filter(name -> name.startsWith("antwort")))
        .containsExactly("antwort-1", "antwort-2");
    Rig.assertComplete(folder.resolve("antwort-1"));
    assertThat(folder.resolve("antwort-1/antwort.json")).content().contains("aus Holz");
    assertThat(folder.resolve("antwort-1/antwort.pdf")).exists();
    assertThat(folder.resolve("antwort-2/antwort.json")).content().contains("er ist lang");
  }

  @Test
  void numbersAnswersOnEvenIfEarlierOnesWereTakenAway() throws IOException {
    inbox.take(umbrella);
    inbox.take(Samples.answer(umbrella, "Der Griff ist aus Holz."));
    new ForcedDisk().deleteTree(rig.layout.incoming().resolve(reference));
    inbox.take(Samples.answer(umbrella, "Und er ist lang."));
    assertThat(rig.layout.incoming().resolve(reference).resolve("antwort-2")).isDirectory();
  }

  @Test
  void storesAttachmentsOf20Megabytes() throws IOException {
    byte[] large = new byte[20 * 1024 * 1024];
    new Random(7).nextBytes(large);
    inbox.take(Samples.lostUmbrella(Samples.attachment("gross.jpg", large)));
    assertThat(rig.visible()).hasSize(1);
  }

  @Test
  void keepsHostileFileNamesInTheirFolder() throws IOException {
    ReceivedRequest hostile =
        Samples.lostUmbrella(
            Samples.attachment("../../../etc/passwd", Samples.PHOTO),
            Samples.attachment("C:\\Windows\\con", Samples.PHOTO),
            Samples.attachment("Foto\u202Egpj.exe", Samples.PHOTO),
            Samples.attachment("a\u0000b\nc.jpg", Samples.PHOTO),
            Samples.attachment("..", Samples.PHOTO),
            Samples.attachment("ä".repeat(400) + ".jpeg", Samples.PHOTO));
    inbox.take(hostile);

    Path folder =
        rig.layout.incoming().resolve(hostile.envelope().reference().value()).resolve("anhang");
    assertThat(Rig.names(folder))
        .containsExactly(
            "1-passwd",
            "2-_con",
            "3-Fotogpj.exe",
            "4-abc.jpg",
            "5-datei",
            "6-" + "ä".repeat(57) + ".jpeg");
    assertThat(rig.visible()).hasSize(1);
  }

  @Test
  void leavesTheRequestToThePortalWhileSomethingIsInTheWay() throws IOException {
    Path target = rig.layout.incoming().resolve(reference);
    Files.createDirectories(target);
    Files.writeString(target.resolve("notiz.txt"), "von Hand");
    assertThat(inbox.take(umbrella)).isInstanceOf(Outcome.TryLater.class);
    assertThat(target.resolve("notiz.txt")).exists();

    new ForcedDisk().deleteTree(target);
    assertThat(inbox.take(umbrella)).isEqualTo(Outcome.accepted());
    assertThat(rig.visible()).containsExactly(reference);
  }

  @Test
  void saysOnceThatTheDiskIsFullAndOnceThatItIsNot(CapturedOutput log) throws IOException {
    Disk full = new FailingDisk(2, FailingDisk.Failure.FULL);
    Inbox unlucky = rig.start(full);
    assertThat(unlucky.take(umbrella)).isInstanceOf(Outcome.TryLater.class);
    assertThat(unlucky.trouble().current())
        .hasValueSatisfying(
            why -> assertThat(why).contains("No space left on device").doesNotContain(reference));
    unlucky.trouble().because(unlucky.trouble().current().orElseThrow());
    assertThat(unlucky.take(umbrella)).isEqualTo(Outcome.accepted());
    assertThat(unlucky.trouble().current()).isEmpty();
    assertThat(log.getAll()).containsOnlyOnce("cannot be written");
    assertThat(log.getAll()).containsOnlyOnce("can be written again");
  }

  @Test
  void logsNothingThatAResidentWrote(CapturedOutput log) {
    inbox.take(umbrella);
    inbox.take(Samples.answer(umbrella, "Der Griff ist aus Holz."));
    assertThat(log.getAll()).doesNotContain("Mirela", "Ćosić", "Schirm.jpg", "Holz", "rot");
  }
}
