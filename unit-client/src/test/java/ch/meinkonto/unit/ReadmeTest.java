package ch.meinkonto.unit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import ch.meinkonto.contract.Document;
import ch.meinkonto.contract.Guide;
import ch.meinkonto.contract.RequestId;
import ch.meinkonto.contract.RequestState;
import ch.meinkonto.contract.UnitEvent;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The README shows what is run here; what one types in a shell the module journeys types. */
@Timeout(60)
class ReadmeTest {

  private interface Archive {
    void store(ReceivedRequest request) throws IOException;
  }

  private final UnitKeys keys = UnitKeys.generate("dav");
  private final TickingClock clock = new TickingClock();

  @TempDir private Path folder;

  @Test
  void showsWhatIsRunHere() throws IOException {
    assertThat(Guide.texts(Guide.examples(Path.of("README.md"), "java", "sh"), "java"))
        .isEqualTo(Guide.samples(Path.of("src/test/java/ch/meinkonto/unit/ReadmeTest.java")));
  }

  @Test
  void connectsWithTheKeysOfAFile() throws IOException {
    Path file = folder.resolve("private.jwks.json");
    keys.writePrivate(file);
    // begin
    UnitKeys keys = UnitKeys.read("dav", file);
    UnitSettings settings = UnitSettings.of(URI.create("https://konto.example"), keys);
    // end
    assertThat(settings.keys().getKeys()).isEqualTo(this.keys.privateJwks().getKeys());
  }

  @Test
  void receivesAndThenWrites() throws Exception {
    try (TestPortal portal = new TestPortal(keys.publicJwks(), clock)) {
      UnitSettings settings = UnitSettings.of(portal.address(), keys).withClock(clock);
      Offer offer = portal.offerRequest();
      List<RequestId> archived = new CopyOnWriteArrayList<>();
      Thread system =
          Thread.ofVirtual()
              .start(() -> receive(settings, one -> archived.add(one.requestId()), false));
      while (offer.settledAs == null) {
        Thread.sleep(10);
      }
      system.interrupt();
      system.join();
      assertThat(offer.settledAs).isEqualTo("accepted");

      write(settings, archived.getFirst(), "%PDF-1.7".getBytes(UTF_8));
      assertThat(portal.heard)
          .hasExactlyElementsOfTypes(
              UnitEvent.RequestAccepted.class,
              UnitEvent.Message.class,
              UnitEvent.Question.class,
              UnitEvent.StateChanged.class);
    }
  }

  private static void receive(UnitSettings settings, Archive archive, boolean maintenance) {
    // begin
    try (Unit unit = Unit.connect(settings)) {
      unit.receive(request -> { // at least once: request.id() is the idempotency key
        if (maintenance) {
          return Outcome.tryLater(Duration.ofMinutes(30));
        }
        if (!request.answers().has("plate")) {
          return Outcome.rejected("no-plate", "Wir brauchen das Kontrollschild.");
        }
        archive.store(request); // envelope(), sender(), actor(), office(), answers(), attachments()
        return Outcome.accepted();
      });
    }
    // end
  }

  private static void write(UnitSettings settings, RequestId requestId, byte[] pdf) {
    // begin
    try (Unit unit = Unit.connect(settings)) {
      Document permit = Document.of("Karte.pdf", "application/pdf", pdf);
      unit.cases().message(requestId, "Ihre Karte liegt bei.", permit);
      unit.cases().ask(requestId, "Ist das Auto auf Sie eingelöst?");
      unit.cases().state(requestId, RequestState.DECIDED, "Wir haben die Karte bewilligt.");
    }
    // end
  }
}
