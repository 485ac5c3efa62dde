package ch.meinkonto.connector.rest;

import ch.meinkonto.connector.handover.Enclosures;
import ch.meinkonto.connector.handover.NotNow;
import ch.meinkonto.connector.handover.Unusable;
import ch.meinkonto.contract.Document;
import java.net.URI;
import java.net.http.HttpRequest;
import java.util.List;
import java.util.Map;

/** Fetches the documents that an event names: {@code Brief.pdf}, or {@code 4711/Brief.pdf}. */
final class Attached {

  private final Client client;
  private final Events events;

  Attached(Client client, Events events) {
    this.client = client;
    this.events = events;
  }

  List<Document> of(String event, List<String> names) throws NotNow, Unusable {
    Enclosures documents = new Enclosures();
    for (String name : names) {
      documents.add(name, fetch(event, name));
    }
    return documents.all();
  }

  private byte[] fetch(String event, String name) throws NotNow, Unusable {
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
    Answer answer = client.send(HttpRequest.newBuilder(address).GET(), Enclosures.LARGEST_TOGETHER);
    if (answer.status() == 404 || answer.status() == 410) {
      throw new Unusable("Das Dokument «%s» fehlt.".formatted(name));
    }
    if (!answer.isGood()) {
      throw new NotNow("%s answers %d for a document".formatted(client.address(), answer.status()));
    }
    return answer.body();
  }
}
