package ch.meinkonto.request;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import ch.meinkonto.account.Accounts;
import ch.meinkonto.contract.Checked;
import ch.meinkonto.contract.Json;
import ch.meinkonto.contract.Metadata;
import ch.meinkonto.contract.Opening;
import ch.meinkonto.contract.Receipt;
import ch.meinkonto.contract.Receipts;
import ch.meinkonto.contract.RequestState;
import ch.meinkonto.contract.SubmissionId;
import ch.meinkonto.platform.crypto.SigningKeys;
import ch.meinkonto.platform.upload.Content;
import ch.meinkonto.testing.CityOfTests;
import ch.meinkonto.testing.HeardConversation;
import ch.meinkonto.testing.Residents;
import ch.meinkonto.unit.UnitKeys;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Sending a request: Anna Keller moves house. */
class RequestsTest {

  private final Requests requests = CityOfTests.portal().bean(Requests.class);
  private final Handover handover = CityOfTests.portal().bean(Handover.class);
  private final JdbcClient jdbc = CityOfTests.portal().bean(JdbcClient.class);
  private final UnitKeys office = CityOfTests.office();

  @Test
  void sealsEachPartForTheUnitAlone() {
    var anna = Residents.register("Anna", "Keller");
    var lease =
        new Attachment(
            "Mietvertrag.pdf", "application/pdf", Content.of("%PDF-".getBytes(UTF_8)), "vertrag");

    var sent = Residents.send(Residents.request(office, anna, "{\"ort\":\"Zürich\"}", lease));

    var id = SubmissionId.of(sent.id());
    var sealed = handover.parts(id, Long.MAX_VALUE);
    assertThat(sealed).containsOnlyKeys("metadata", "data", "attachment-1");
    assertThat(open(requireNonNull(sealed.get("data")), "data", id))
        .isEqualTo("{\"ort\":\"Zürich\"}");
    assertThat(open(requireNonNull(sealed.get("attachment-1")), "attachment-1", id))
        .isEqualTo("%PDF-");
    var metadata =
        Json.read(open(requireNonNull(sealed.get("metadata")), "metadata", id), Metadata.class);
    assertThat(requireNonNull(metadata.sender()).name().family()).isEqualTo("Keller");
    assertThat(metadata.envelope()).isEqualTo(handover.find(id).orElseThrow().envelope());
    assertThat(metadata.envelope().subject()).isEqualTo(sent.subject()).isNotBlank();
    assertThat(metadata.attachments())
        .containsExactly(
            new Metadata.Attachment(
                "attachment-1", "Mietvertrag.pdf", "application/pdf", 5, "vertrag"));
  }

  @Test
  void givesAReceiptOverTheVeryBytes() {
    var sent = Residents.annaSends(office);

    var receipt = genuine(requests.receipt(sent.id()).orElseThrow());

    assertThat(receipt.kind()).isEqualTo(Receipt.Kind.RECEIVED);
    assertThat(receipt.reference()).isEqualTo(sent.reference());
    assertThat(receipt.unit()).isEqualTo(office.unitId());
    assertThat(receipt.parts())
        .isEqualTo(
            handover.find(SubmissionId.of(sent.id())).orElseThrow().parts().stream()
                .map(part -> new Receipt.PartTag(part.name(), part.tag()))
                .toList());
    assertThat(requests.takenReceipt(sent.id())).isEmpty();
  }

  @Test
  void isSentOnceHoweverOftenOneClicks() throws Exception {
    var request = Residents.request(office, Residents.register("Anna", "Keller"), "{\"anzahl\":1}");
    List<Future<SubmitOutcome>> clicks;
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      clicks =
          threads.invokeAll(
              java.util.Collections.nCopies(
                  12, (Callable<SubmitOutcome>) () -> requests.submit(request)));
    }

    var first = requests.submit(request);

    for (var click : clicks) {
      assertThat(id(click.get())).isEqualTo(id(first));
    }
    assertThat(count("request_envelope WHERE draft_id = ?", request.draftId())).isEqualTo(1);
    assertThat(count("delivery_item WHERE request_id = ?", id(first))).isEqualTo(1);
  }

  @Test
  void opensAConversationForPeopleWithAnAccountOnly() {
    var heard = CityOfTests.portal().bean(HeardConversation.class);

    var annas = Residents.annaSends(office);
    var somebodys = Residents.send(Residents.request(office, null, "{}"));

    assertThat(heard.story(annas)).containsExactly("opened");
    assertThat(heard.story(somebodys)).isEmpty();
    assertThat(somebodys.subject()).isNull();
  }

  @Test
  void keepsNothingWhenTheUnitHasNoKey() {
    var without = UnitKeys.generate("amt-ohne-schluessel");
    var request = Residents.request(without, null, "{}");

    assertThat(requests.submit(request)).isInstanceOf(SubmitOutcome.UnitCannotReceive.class);

    assertThat(count("request_envelope WHERE draft_id = ?", request.draftId())).isZero();
  }

  @Test
  void keepsNothingReadableOfWhatWasEntered() {
    var marker = "Geheimnis-" + UUID.randomUUID();
    var anna = Residents.register("Anna", "Keller");
    var file =
        new Attachment(
            marker + ".pdf", "application/pdf", Content.of(marker.getBytes(UTF_8)), "beilage");

    Residents.send(Residents.request(office, anna, "{\"text\":\"" + marker + "\"}", file));

    assertThat(tablesWith(marker)).isEmpty();
  }

  @Test
  void findsWhatWouldLeak() {
    var marker = "Geheimnis-" + UUID.randomUUID();

    Residents.send(
        Residents.request(office, Residents.register(marker, "Keller"), "{}")); // name: encrypted
    assertThat(tablesWith(marker)).isEmpty();

    jdbc.sql("UPDATE request_envelope SET language = :leak WHERE id = :id")
        .param("leak", marker)
        .param("id", Residents.annaSends(office).id().value())
        .update();
    assertThat(tablesWith(marker)).containsExactly("request_envelope");
    jdbc.sql("UPDATE request_envelope SET language = 'de' WHERE language = :leak")
        .param("leak", marker)
        .update();
  }

  @Test
  void belongsToNobodyOnceTheAccountIsClosed() {
    var anna = Residents.register("Anna", "Keller");
    var sent = Residents.send(Residents.request(office, anna, "{}"));
    assertThat(requests.ofAccount(anna)).extracting(RequestEnvelope::id).containsExactly(sent.id());

    CityOfTests.portal().bean(Accounts.class).close(anna);

    assertThat(requests.ofAccount(anna)).isEmpty();
    var left = requests.find(sent.id()).orElseThrow();
    assertThat(left.account()).isNull();
    assertThat(left.subject()).isNull();
    assertThat(left.state()).isEqualTo(RequestState.RECEIVED);
  }

  private String open(String jwe, String name, SubmissionId id) {
    return Opening.with(office.privateJwks()).open(jwe, name, id) instanceof Opening.Opened opened
        ? new String(opened.content(), UTF_8)
        : "not opened";
  }

  private static Receipt genuine(String receipt) {
    return Receipts.verify(receipt, CityOfTests.portal().bean(SigningKeys.class).published())
            instanceof Checked.Valid<Receipt>(var valid)
        ? valid
        : org.assertj.core.api.Assertions.fail("not genuine");
  }

  private static UUID id(SubmitOutcome outcome) {
    return outcome instanceof SubmitOutcome.Received(var envelope)
        ? envelope.id().value()
        : org.assertj.core.api.Assertions.fail("not received");
  }

  private int count(String where, Object value) {
    return jdbc.sql("SELECT count(*) FROM " + where).param(value).query(Integer.class).single();
  }

  /** Looks through every row of every table, for the marker and for what it may hide as. */
  private List<String> tablesWith(String marker) {
    var bytes = marker.getBytes(UTF_8);
    var forms =
        List.of(
            marker,
            HexFormat.of().formatHex(bytes),
            Base64.getUrlEncoder().withoutPadding().encodeToString(bytes).substring(0, 40));
    return jdbc
        .sql("SELECT table_name FROM information_schema.tables WHERE table_schema = 'public'")
        .query(String.class)
        .list()
        .stream()
        .filter(table ->
            forms.stream()
                .anyMatch(form ->
                    jdbc.sql(
                            "SELECT EXISTS (SELECT FROM \""
                                + table
                                + "\" AS r WHERE strpos(r::text, :form) > 0)")
                        .param("form", form)
                        .query(Boolean.class)
                        .single()))
        .toList();
  }
}
