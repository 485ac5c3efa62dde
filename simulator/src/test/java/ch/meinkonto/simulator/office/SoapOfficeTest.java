package ch.meinkonto.simulator.office;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.ws.soap.SoapVersion;

/** The residents' office over its web service, called with plain XML. */
class SoapOfficeTest {

  private static final Path CITY = Path.of("../city/zuerich");
  private static final Instant NOW = Instant.parse("2026-11-24T08:00:00Z");
  private static final String REQUEST = "0199f1a0-5f2e-7c41-9a37-2d1f6b0c8e11";
  private static final String ANSWER = "0199f1a4-11aa-7d02-8c55-91c07a3be2f4";

  @TempDir Path folder;
  private final SoapDoor door = new SoapDoor(SoapVersion.SOAP_12);
  private SoapOffice office;

  @BeforeEach
  void open() {
    office = officeAt(NOW);
  }

  private SoapOffice officeAt(Instant now) {
    return new SoapOffice(
        folder,
        new Room(
            "personenmeldeamt",
            new CaseFolder(folder),
            Scripts.read(CITY),
            Clock.fixed(now, ZoneOffset.UTC),
            Duration.ofSeconds(1)));
  }

  private static String header(String id, String type, String action, String about) {
    return """
    <x:header>
      <x:senderId>mein-konto</x:senderId><x:recipientId>personenmeldeamt</x:recipientId>
      <x:messageId>%s</x:messageId>%s<x:messageType>%s</x:messageType>
      <x:sendingApplication><x:manufacturer>T</x:manufacturer><x:product>T</x:product><x:productVersion>1</x:productVersion></x:sendingApplication>
      <x:messageDate>2026-11-24T08:00:00Z</x:messageDate><x:action>%s</x:action><x:testDeliveryFlag>true</x:testDeliveryFlag>
    </x:header>
    """
        .formatted(
            id,
            about.isEmpty() ? "" : "<x:referenceMessageId>" + about + "</x:referenceMessageId>",
            type,
            action);
  }

  private static String deliver(String id, String type, String data) {
    return """
    <x:deliver>%s
      <x:case><x:requestId>%s</x:requestId><x:reference>MK-2026-7F3K-92Q8</x:reference><x:service>umzug-melden</x:service>
        <x:schemaVersion>1</x:schemaVersion><x:language>de</x:language><x:receivedAt>2026-11-24T08:00:00Z</x:receivedAt></x:case>
      <x:content><x:xml>%s</x:xml></x:content>
      <x:file kind="attachment"><x:name>1-Vertrag.pdf</x:name><x:mediaType>application/pdf</x:mediaType><x:content>JVBERg==</x:content></x:file>
    </x:deliver>
    """
        .formatted(header(id, type, "1", ""), REQUEST, data);
  }

  private static String move() {
    return deliver(
        REQUEST,
        "umzug-melden",
        "<m xmlns=\"urn:m\"><art>umzug</art><kind a=\"b\">Luka</kind><kind a=\"b\">Ana</kind></m>");
  }

  private String send(String body) throws Exception {
    return sendRaw(
        """
        <s:Envelope xmlns:s="http://www.w3.org/2003/05/soap-envelope" xmlns:x="https://meinkonto.ch/soap/exchange/1">
          <s:Body>%s</s:Body>
        </s:Envelope>
        """
            .formatted(body));
  }

  private String sendRaw(String envelope) throws Exception {
    var request = new MockHttpServletRequest("POST", "/soap/personenmeldeamt");
    request.setContentType("application/soap+xml");
    request.setContent(envelope.getBytes(UTF_8));
    var response = new MockHttpServletResponse();
    door.handle(request, response, office::answer);
    return response.getContentAsString(UTF_8);
  }

  @Test
  void takesAMessageOnceThoughItComesTwice() throws Exception {
    assertThat(send(move())).contains("taken").contains(REQUEST);
    office = officeAt(NOW);
    assertThat(send(move())).contains("taken");

    assertThat(office.cases())
        .singleElement()
        .satisfies(one -> {
          assertThat(one.answers().toString())
              .isEqualTo(
                  "{\"art\":\"umzug\",\"kind\":[{\"a\":\"b\",\"text\":\"Luka\"},{\"a\":\"b\",\"text\":\"Ana\"}]}");
          assertThat(one.files()).containsExactly("1-Vertrag.pdf (application/pdf)");
        });
  }

  @Test
  void takesAnAnswerOnceAndNotBeforeItsCase() throws Exception {
    var answer = deliver(ANSWER, "umzug-melden.antwort", "<a xmlns=\"urn:m\"><text>402</text></a>");
    assertThat(send(answer)).contains("later");
    send(move());
    assertThat(send(answer)).contains("taken");
    assertThat(send(answer)).contains("taken");

    assertThat(office.cases().getFirst().log()).containsExactly("← 402");
  }

  @Test
  void stopsWhenTheResidentTakesItBack() throws Exception {
    send(move());
    var withdrawal =
        deliver(ANSWER, "umzug-melden.rueckzug", "<r xmlns=\"urn:m\"><text>Doch nicht</text></r>");
    assertThat(send(withdrawal)).contains("taken");
    assertThat(send(withdrawal)).contains("taken");

    office = officeAt(NOW.plusSeconds(5));
    office.work();
    assertThat(office.cases().getFirst().log()).containsExactly("✗ Doch nicht");
  }

  @Test
  void saysAWordUntilItIsConfirmed() throws Exception {
    send(move());
    office = officeAt(NOW.plusSeconds(5));
    office.work();
    var collect =
        "<x:collect>" + header("c-1", "collect", "5", "") + "<x:maximum>10</x:maximum></x:collect>";
    var said = send(collect);
    assertThat(said).contains("Wir prüfen Ihre Angaben zum Umzug.", "in-progress");
    assertThat(send(collect)).contains("Wir prüfen Ihre Angaben");

    var word = Pattern.compile("word>.*?messageId>([^<]*)<").matcher(said);
    assertThat(word.find()).isTrue();
    send("<x:confirm>" + header("c-2", "confirm", "9", word.group(1)) + "</x:confirm>");
    assertThat(send(collect)).doesNotContain("Wir prüfen");
  }

  @Test
  void callsWrongWhatItsDescriptionDoesNotAllow() throws Exception {
    assertThat(send("<x:deliver/>")).contains("Sender");
    assertThat(send(move().replace("MK-2026", "MK-26"))).contains("Sender");
    assertThat(office.cases()).isEmpty();
  }

  @Test
  void readsNoEntities() throws Exception {
    var file = folder.resolve("geheim");
    java.nio.file.Files.writeString(file, "geheim");
    var envelope =
        """
        <!DOCTYPE x [<!ENTITY e SYSTEM "%s">]>
        <s:Envelope xmlns:s="http://www.w3.org/2003/05/soap-envelope" xmlns:x="https://meinkonto.ch/soap/exchange/1">
          <s:Body>%s</s:Body>
        </s:Envelope>
        """
            .formatted(file.toUri(), move().replace("umzug</art>", "&e;</art>"));
    String answer;
    try {
      answer = sendRaw(envelope);
    } catch (Exception refused) {
      answer = "";
    }
    assertThat(answer).doesNotContain("taken");
    assertThat(office.cases()).isEmpty();
  }
}
