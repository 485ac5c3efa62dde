package ch.meinkonto.connector.rest;

import ch.meinkonto.connector.handover.MediaTypes;
import ch.meinkonto.connector.handover.NotNow;
import ch.meinkonto.connector.handover.SafeName;
import ch.meinkonto.connector.handover.Unusable;
import ch.meinkonto.contract.Document;
import java.net.URI;
import java.net.http.HttpRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Fetches the documents that an event names: {@code Brief.pdf}, or {@code 4711/Brief.pdf}. */
final class Attached {

  private static final int LARGEST_TOGETHER = 10 * 1024 * 1024;

  private final Client client;
  private final Events events;

  Attached(Client client, Events events) {
    this.client = client;
    this.events = events;
  }

  List<Document> of(String event, List<String> names) throws NotNow, Unusable {
    List<Document> documents = new ArrayList<>();
    int room = LARGEST_TOGETHER;
    for (String name : names) {
      byte[] content = fetch(event, name, room);
      room -= content.length;
      String shown = SafeName.of(name);
      documents.add(Document.of(shown, MediaTypes.of(shown), content));
    }
    return documents;
  }

  private byte[] fetch(String event, String name, int room) throws NotNow, Unusable {
    if (events.document().isEmpty()) {
      throw new Unusable("Der Connector weiss nicht, wo Dokumente liegen (document).");
    }
    int slash = name.indexOf('/');
    String document = slash < 0 ? name : name.substring(0, slash);
    if (document.isBlank() || document.matches("[.]+")) {
      throw new Unusable("«%s» ist kein Name eines Dokuments.".formatted(name));
    }
    URI address =
        events.document().get().below(client.address(), Map.of("id", event, "document", document));
    Answer answer = client.send(HttpRequest.newBuilder(address).GET(), LARGEST_TOGETHER);
    if (answer.status() == 404 || answer.status() == 410) {
      throw new Unusable("Das Dokument «%s» fehlt.".formatted(name));
    }
    if (!answer.isGood()) {
      throw new NotNow("%s answers %d for a document".formatted(client.address(), answer.status()));
    }
    if (answer.body().length > room) {
      throw new Unusable("Die Dokumente sind zusammen grösser als 10 MB.");
    }
    return answer.body();
  }
}
