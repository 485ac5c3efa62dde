package ch.meinkonto.delivery;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ch.meinkonto.contract.AnswerText;
import ch.meinkonto.contract.Json;
import ch.meinkonto.contract.ProblemType;
import ch.meinkonto.contract.RequestState;
import ch.meinkonto.request.RequestEnvelope;
import ch.meinkonto.request.Requests;
import ch.meinkonto.testing.CityOfTests;
import ch.meinkonto.testing.HeaderLogin;
import ch.meinkonto.testing.Residents;
import ch.meinkonto.unit.Outcome;
import ch.meinkonto.unit.PortalRefused;
import ch.meinkonto.unit.ReceivedRequest;
import ch.meinkonto.unit.RequestHandler;
import ch.meinkonto.unit.Unit;
import ch.meinkonto.unit.UnitKeys;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.net.CookieManager;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The office asks by a small form; Anna fills it in. */
class QuestionFieldsTest {

  private static final JsonNode FIELDS =
      fields(
          "{'id':'eigenes','type':'yes-no','label':'Gehört das Auto Ihnen?'}",
          "{'id':'wer','type':'text','label':'Wem <b>gehört</b> es?','when':'not eigenes'}",
          "{'id':'seit','type':'date','label':'Seit wann?','max':'today()'}",
          "{'id':'ausweis','type':'upload','label':'Fahrzeugausweis','required':false}");

  private static final String PDF =
      """
      %PDF-1.4
      1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj
      2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj
      3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]>>endobj
      trailer<</Root 1 0 R>>
      %%EOF\
      """;

  private final UnitKeys keys = CityOfTests.office();
  private final Unit office = CityOfTests.connect(keys);
  private final RequestEnvelope sent = Residents.annaSends(keys);
  private final List<ReceivedRequest> inTray = new ArrayList<>();
  private final RequestHandler accepts =
      request -> {
        inTray.add(request);
        return Outcome.accepted();
      };
  private final HttpClient browser =
      HttpClient.newBuilder().cookieHandler(new CookieManager()).build();

  @BeforeEach
  void theOfficeHasTheRequest() {
    office.receiveOnce(accepts, 10, Duration.ZERO);
  }

  @AfterEach
  void close() {
    office.close();
  }

  @Test
  void theAnswerComesSealedAsItsSchemaDescribesItAndToRead() throws Exception {
    var name = office.cases().ask(sent.id(), "Uns fehlt etwas.", FIELDS);
    var path = question();
    assertThat(get(path).body())
        .contains("Uns fehlt etwas.", "Gehört das Auto Ihnen?", "Seit wann?", "type=\"file\"")
        .doesNotContain("Wem", "<b>gehört");

    var more = answer(path, Map.of("eigenes", "false"), asked(path), null);
    assertThat(more.statusCode()).isEqualTo(422);
    assertThat(more.body())
        .contains("Wem &lt;b", "Bitte prüfen Sie Ihre Antwort", "href=\"#seit")
        .doesNotContain("href=\"#wer\"");

    var done =
        answer(
            path,
            Map.of(
                "eigenes", "false",
                "wer", "Firma Muster AG",
                "seit.day", "1",
                "seit.month", "5",
                "seit.year", "2026"),
            "eigenes wer seit ausweis",
            PDF);
    assertThat(done.statusCode()).isEqualTo(302);

    office.receiveOnce(accepts, 10, Duration.ZERO);
    var received = inTray.getLast();
    var answer = received.answer().orElseThrow();
    assertThat(answer.questionId()).isEqualTo(name);
    assertThat(flaws(answer)).isEmpty();
    var answers = requireNonNull(answer.answers());
    assertThat(answers.path("eigenes").asBoolean(true)).isFalse();
    assertThat(answers.path("seit").asString()).isEqualTo("2026-05-01");
    assertThat(answers.at("/ausweis/0/part").asString()).isEqualTo("attachment-1");
    assertThat(answer.text()).contains("Gehört das Auto Ihnen?\nNein", "Firma Muster AG");
    assertThat(received.attachments())
        .singleElement()
        .satisfies(file -> {
          assertThat(file.about().field()).isEqualTo("ausweis");
          assertThat(new String(file.content(), UTF_8)).isEqualTo(PDF);
        });
    assertThat(get(thread()).body()).contains("Firma Muster AG", "Ausweis.pdf");
    assertThat(answer(path, Map.of("eigenes", "true"), "eigenes", null).statusCode())
        .as("a second time")
        .isEqualTo(302);
    assertThat(office.receiveOnce(accepts, 10, Duration.ZERO).accepted()).isZero();
  }

  @Test
  void whatIsNoAnswerIsNotSent() throws Exception {
    office.cases().ask(sent.id(), "Uns fehlt etwas.", FIELDS);
    var path = question();
    var future =
        answer(
            path,
            Map.of("eigenes", "true", "seit.day", "1", "seit.month", "1", "seit.year", "2090"),
            asked(path),
            null);
    assertThat(future.statusCode()).isEqualTo(422);
    var program =
        answer(
            path,
            Map.of("eigenes", "true", "seit.day", "1", "seit.month", "1", "seit.year", "2020"),
            asked(path),
            "#!/bin/sh");
    assertThat(program.statusCode()).isEqualTo(422);
    var forged =
        answer(
            path,
            Map.of(
                "eigenes",
                "true",
                "seit",
                "2020-01-01",
                "ausweis.0.id",
                "x",
                "_",
                "x",
                "fremd",
                "x"),
            "",
            null);
    assertThat(forged.statusCode()).isEqualTo(302);
    office.receiveOnce(accepts, 10, Duration.ZERO);
    var answer = inTray.getLast().answer().orElseThrow();
    assertThat(requireNonNull(answer.answers()).propertyNames())
        .containsExactlyInAnyOrder("eigenes", "seit");
  }

  @Test
  void aTextIsNoAnswerToItAndFieldsAreNoneToAText() throws Exception {
    office.cases().ask(sent.id(), "Uns fehlt etwas.", FIELDS);
    var path = question();
    var id = path.substring(path.lastIndexOf('/') + 1);
    var text = post(thread() + "/antwort", path, Map.of("frage", id, "antwort", "Einfach so."));
    assertThat(text.headers().firstValue("Location").orElse("")).endsWith(path);
    assertThat(office.receiveOnce(accepts, 10, Duration.ZERO).accepted()).isZero();

    office.cases().ask(sent.id(), "Und sonst?");
    var plain = found("name=\"frage\" value=\"([^\"]+)\"", get(thread()).body());
    assertThat(get(thread() + "/antwort/" + plain).statusCode()).isEqualTo(404);
    assertThat(get(thread() + "/antwort/" + UUID.randomUUID()).statusCode()).isEqualTo(404);
    var beat = Residents.register("Beat", "Moser").value();
    assertThat(request(path, beat, null).statusCode()).isEqualTo(404);
  }

  @Test
  void afterTheEndNobodyAnswers() throws Exception {
    office.cases().ask(sent.id(), "Uns fehlt etwas.", FIELDS);
    var path = question();
    var other = Residents.annaSends(keys);
    office.receiveOnce(accepts, 10, Duration.ZERO);
    CityOfTests.portal().bean(Requests.class).withdraw(sent.id(), "");
    var late = answer(path, Map.of("eigenes", "true", "seit", "2020-01-01"), "eigenes seit", null);
    assertThat(late.statusCode()).isEqualTo(302);
    assertThat(get(thread()).body()).doesNotContain("Frage beantworten");
    office.cases().state(other.id(), RequestState.CLOSED);
    assertThatThrownBy(() -> office.cases().ask(other.id(), "Noch etwas?", FIELDS))
        .isInstanceOfSatisfying(
            PortalRefused.class,
            refused -> assertThat(refused.problem().is(ProblemType.NOT_POSSIBLE_NOW)).isTrue());
  }

  private static JsonNode fields(String... fields) {
    return Json.mapper().readTree("[" + String.join(",", fields).replace('\'', '"') + "]");
  }

  private static List<?> flaws(AnswerText answer) {
    return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
        .getSchema(requireNonNull(answer.schema()))
        .validate(requireNonNull(answer.answers()));
  }

  private String thread() throws IOException, InterruptedException {
    return found("(/mitteilungen/[0-9a-f-]{36})\"", get("/mitteilungen").body());
  }

  private String question() throws IOException, InterruptedException {
    return found("\"(/mitteilungen/[0-9a-f-]{36}/antwort/[0-9a-f-]{36})\"", get(thread()).body());
  }

  private String asked(String path) throws IOException, InterruptedException {
    return found("name=\"_asked\" value=\"([^\"]+)\"", get(path).body());
  }

  private static String found(String pattern, String page) {
    var found = Pattern.compile(pattern).matcher(page);
    assertThat(found.find()).as(page).isTrue();
    return found.group(1);
  }

  private HttpResponse<String> answer(
      String path, Map<String, String> entries, String asked, @Nullable String file)
      throws IOException, InterruptedException {
    var fields = new LinkedHashMap<>(entries);
    fields.put("_asked", asked);
    if (file != null) {
      fields.put("ausweis\"; filename=\"Ausweis.pdf", file);
    }
    return post(path, "/mitteilungen", fields);
  }

  private HttpResponse<String> post(String path, String form, Map<String, String> fields)
      throws IOException, InterruptedException {
    var all = new LinkedHashMap<>(fields);
    all.put("_csrf", found("name=\"_csrf\" value=\"([^\"]+)\"", get(form).body()));
    var body = new StringBuilder();
    all.forEach((name, value) ->
        body.append(
            "--grenze\r\nContent-Disposition: form-data; name=\"%s\"\r\n\r\n%s\r\n"
                .formatted(name, value)));
    return request(path, requireNonNull(sent.account()).value(), body + "--grenze--\r\n");
  }

  private HttpResponse<String> get(String path) throws IOException, InterruptedException {
    return request(path, requireNonNull(sent.account()).value(), null);
  }

  private HttpResponse<String> request(String path, UUID account, @Nullable String fields)
      throws IOException, InterruptedException {
    var request =
        HttpRequest.newBuilder(CityOfTests.portal().address().resolve(path))
            .header(HeaderLogin.HEADER, account.toString())
            .header("Accept-Language", "de");
    if (fields != null) {
      request
          .header("Content-Type", "multipart/form-data; boundary=grenze")
          .POST(BodyPublishers.ofString(fields));
    }
    return browser.send(request.build(), BodyHandlers.ofString());
  }
}
