package ch.meinkonto.simulator.office;

import static java.nio.charset.StandardCharsets.UTF_8;

import ch.meinkonto.contract.Document;
import ch.meinkonto.contract.Json;
import ch.meinkonto.contract.RequestState;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.apache.qpid.protonj2.client.Client;
import org.apache.qpid.protonj2.client.Message;
import org.apache.qpid.protonj2.client.exceptions.ClientException;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** By messages in a queue; the broker takes each once. */
record AmqpCorrespondence(AmqpBroker broker, String queue, Switches switches)
    implements Correspondence {

  @Override
  public void state(Case one, RequestState state, @Nullable String text) {
    send(one, JsonWord.state(one, state, text), List.of());
  }

  @Override
  public void message(Case one, String text, List<Document> documents) {
    var names = documents.stream().map(Document::name).toList();
    send(one, JsonWord.message(one, text, names), documents);
  }

  @Override
  public void ask(Case one, String text, boolean uploads) {
    send(one, JsonWord.question(one, text, uploads), List.of());
  }

  private void send(Case one, ObjectNode word, List<Document> documents) {
    var body = Json.mapper().createObjectNode();
    body.set("wort", word);
    var list = body.putArray("dokumente");
    documents.forEach(document ->
        list.addObject().put("name", document.name()).put("content", document.content()));
    put(Correspondence.name(one), one, Json.bytes(body));
  }

  @Override
  public void nonsense(Case one) {
    put(Correspondence.name(one) + "-unlesbar", one, "unlesbar".getBytes(UTF_8));
  }

  /** The broker drops what comes again under the same name; a faulty system gives it another. */
  private void put(String id, Case one, byte[] body) {
    var once = switches.on(Fault.DUPLICATE) ? UUID.randomUUID().toString() : id;
    try (var client = Client.create();
        var connection = broker.connect(client);
        var sender = connection.openSender(queue)) {
      sender
          .send(
              Message.create(body)
                  .durable(true)
                  .messageId(id)
                  .groupId(one.reference())
                  .contentType("application/json")
                  .property("_AMQ_DUPL_ID", once))
          .awaitAccepted(10, TimeUnit.SECONDS);
    } catch (ClientException e) {
      throw new UncheckedIOException(new IOException(e));
    }
  }
}
