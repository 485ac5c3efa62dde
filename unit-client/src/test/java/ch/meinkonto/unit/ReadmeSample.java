package ch.meinkonto.unit;

import ch.meinkonto.contract.Document;
import ch.meinkonto.contract.RequestId;
import ch.meinkonto.contract.RequestState;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;

/** The sample of the README. */
final class ReadmeSample {

  interface Archive {
    void store(ReceivedRequest request) throws IOException;
  }

  private ReadmeSample() {}

  static void run(Path file, Archive archive, RequestId requestId, byte[] pdf, boolean maintenance)
      throws IOException {
    // begin
    UnitKeys keys = UnitKeys.read("dav", file);
    UnitSettings settings = UnitSettings.of(URI.create("https://konto.example"), keys);
    try (Unit unit = Unit.connect(settings)) {
      unit.receive(request -> { // at least once: request.id() is the idempotency key
        if (maintenance) {
          return Outcome.tryLater(Duration.ofMinutes(30));
        }
        if (!request.answers().has("plate")) {
          return Outcome.rejected("no-plate", "Wir brauchen das Kontrollschild.");
        }
        archive.store(request); // envelope(), sender(), office(), answers(), attachments()
        return Outcome.accepted();
      });
      // later, from another thread or program, for a request taken:
      Document permit = Document.of("Karte.pdf", "application/pdf", pdf);
      unit.cases().message(requestId, "Ihre Karte liegt bei.", permit);
      unit.cases().ask(requestId, "Ist das Auto auf Sie eingelöst?");
      unit.cases().state(requestId, RequestState.DECIDED, "Wir haben die Karte bewilligt.");
    }
    // end
  }
}
