package ch.meinkonto.connector.rest;

import ch.meinkonto.connector.AnsweringChannelContract;
import ch.meinkonto.connector.Target;
import ch.meinkonto.contract.Json;
import ch.meinkonto.contract.SubmissionId;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

class RestContractTest extends AnsweringChannelContract {

  @Override
  protected Target target() throws IOException {
    return new ApiOffice(new CaseSystem());
  }

  /** A unit's system with an API. */
  private record ApiOffice(CaseSystem system) implements Target {

    @Override
    public String configuration() {
      return """
      channel: rest
      url: %s
      timeout: 5s
      request: { put: "/faelle/{submission}", id: /fall/nummer }
      copy: { put: "/faelle/{submission}", id: /fall/nummer }
      answer: { put: "/faelle/{case}/antworten/{submission}" }
      withdrawal: { put: "/faelle/{case}/rueckzug/{submission}" }
      notice: { put: "/faelle/{case}/zustellungen/{submission}" }
      attachment: { put: "/faelle/{case}/dateien/{submission}-{number}" }
      events:
        get: /ereignisse?nach={cursor}
        start: 0
        items: /liste
        id: /id
        word: /wort
        next: /weiter
        document: /dokumente/{document}
        confirm: { post: "/ereignisse/{id}/gehoert" }
        refuse: { post: "/ereignisse/{id}/fehler" }
      poll: 20ms
      """
          .formatted(system.address());
    }

    @Override
    public void fault(Fault fault) {
      system.mood(
          switch (fault) {
            case NONE -> CaseSystem.Mood.WELL;
            case DOWN -> CaseSystem.Mood.AWAY;
            case ANSWER_LOST -> CaseSystem.Mood.MUTE;
          });
    }

    @Override
    public List<Taken> taken() {
      synchronized (system) {
        List<Taken> taken = new ArrayList<>();
        for (CaseSystem.Thing thing : system.things) {
          if (!thing.path().contains("/dateien/")) {
            taken.add(taken(thing));
          }
        }
        return taken;
      }
    }

    private Taken taken(CaseSystem.Thing thing) {
      String submission = thing.path().substring(thing.path().lastIndexOf('/') + 1);
      List<byte[]> attachments =
          system.things.stream()
              .filter(one -> one.path().contains("/dateien/" + submission))
              .map(CaseSystem.Thing::body)
              .toList();
      String reference =
          Json.mapper().readTree(thing.body()).path("envelope").path("reference").asString();
      return new Taken(SubmissionId.of(submission), reference, thing.text(), attachments);
    }

    @Override
    public void say(String name, Map<String, Object> word, Map<String, byte[]> documents) {
      synchronized (system) {
        system.documents.putAll(documents);
        system.events.add(Map.of("id", name, "wort", word));
      }
    }

    @Override
    public void babble(String name) {
      synchronized (system) {
        system.events.add(Map.of("id", name, "wort", "unsinn"));
      }
    }

    @Override
    public List<String> complaints() {
      synchronized (system) {
        return List.copyOf(system.complaints);
      }
    }

    @Override
    public void close() {
      system.close();
    }
  }
}
