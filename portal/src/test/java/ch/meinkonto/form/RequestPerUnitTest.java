package ch.meinkonto.form;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ch.meinkonto.account.AccountId;
import ch.meinkonto.catalogue.ServiceId;
import ch.meinkonto.contract.Reference;
import ch.meinkonto.directory.UnitId;
import ch.meinkonto.platform.web.Visitor;
import ch.meinkonto.request.RequestEnvelope;
import ch.meinkonto.request.Requests;
import ch.meinkonto.testing.Browser;
import ch.meinkonto.testing.CityOfTests;
import ch.meinkonto.testing.HeaderLogin;
import ch.meinkonto.testing.Residents;
import ch.meinkonto.unit.Outcome;
import ch.meinkonto.unit.ReceivedRequest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/**
 * Anna asks several units what they know of her: each gets a request, answers, and knows no other.
 */
class RequestPerUnitTest {

  private static final ServiceId SERVICE = new ServiceId("datenauskunft");
  private static final List<String> BOTH = List.of(CityOfTests.UTILITY, CityOfTests.REAL_UNIT);

  private final Forms forms = CityOfTests.portal().bean(Forms.class);
  private final Drafts drafts = CityOfTests.portal().bean(Drafts.class);
  private final Requests requests = CityOfTests.portal().bean(Requests.class);
  private final AccountId anna = Residents.register("Anna", "Neugier");

  @Test
  void eachUnitGetsARequestOfItsOwnAndReadsNoOther() {
    var draft = draft(BOTH);
    var sent = send(draft);

    assertThat(sent).isInstanceOf(Sending.Outcome.Sent.class);
    var all = requests.ofAccount(anna);
    assertThat(all)
        .extracting(request -> request.unit().value())
        .containsExactlyInAnyOrderElementsOf(BOTH);
    assertThat(all).extracting(RequestEnvelope::reference).doesNotHaveDuplicates();
    for (var unit : BOTH) {
      assertThat(chosenAt(unit, all)).as(unit).containsExactly(List.of(unit));
    }
    assertThat(all).allSatisfy(request -> assertThat(requests.receipt(request.id())).isPresent());
  }

  @Test
  void sentTwiceItIsTheSame() {
    var draft = draft(BOTH);
    var first = send(draft);

    assertThat(send(draft)).isEqualTo(first);
    assertThat(requests.ofAccount(anna)).hasSize(2);
  }

  @Test
  void whereOneUnitCannotReceiveNothingIsSentAndTheSenderReadsWhichItIs() {
    var without = CityOfTests.unitWithoutKeys();
    var draft = draft(List.of(CityOfTests.REAL_UNIT, without));

    assertThatThrownBy(() -> send(draft)).hasMessageContaining(draft.id().toString());
    assertThat(requests.ofAccount(anna)).isEmpty();
    assertThat(drafts.find(draft.id(), Optional.of(draft.key())))
        .isInstanceOf(Drafts.Found.Open.class);
    assertThat(
            browser(anna)
                .get("/antraege/nicht-gesendet?entwurf=" + draft.id() + "&amt=" + without)
                .body())
        .contains(name(without), "Wählen Sie sie ab");
  }

  @Test
  void thePageAfterwardsListsAllOfThemToTheirSenderOnly() {
    var sent = (Sending.Outcome.Sent) send(draft(BOTH));
    var references =
        requests.ofAccount(anna).stream().map(RequestEnvelope::reference).map(Reference::value);

    var page = browser(anna).get(sent.next());
    assertThat(page.status()).isEqualTo(200);
    assertThat(page.body()).contains(references.toList());
    assertThat(page.body()).contains(BOTH.stream().map(RequestPerUnitTest::name).toList());

    var other = browser(Residents.register("Urs", "Fremd")).get(sent.next());
    assertThat(other.location()).isEqualTo("/antraege");
    assertThat(new Browser(CityOfTests.portal().address().getPort()).get(sent.next()).location())
        .startsWith("/anmelden");
  }

  private Draft draft(List<String> units) {
    var form = forms.find(SERVICE).orElseThrow().form();
    var given = new LinkedHashMap<String, Object>(SampleAnswers.of(form, forms.now(), 3));
    given.put(form.perUnit().orElseThrow(), units);
    return drafts.begin(SERVICE, given);
  }

  private Sending.Outcome send(Draft draft) {
    var service = forms.find(SERVICE).orElseThrow();
    var visitor = new Visitor(anna.value(), "Anna", false, CityOfTests.clock().instant(), true);
    return CityOfTests.portal()
        .bean(Sending.class)
        .send(draft, service, Locale.GERMAN, Optional.of(visitor));
  }

  /** What the unit reads in these requests where the sender chose among units. */
  private List<List<String>> chosenAt(String unit, List<RequestEnvelope> all) {
    var field = forms.form(SERVICE).orElseThrow().perUnit().orElseThrow();
    var chosen = new ArrayList<List<String>>();
    try (var system = CityOfTests.connect(CityOfTests.keysOf(unit))) {
      system.receiveOnce(
          request -> {
            if (all.stream()
                .anyMatch(one -> one.reference().equals(request.envelope().reference()))) {
              chosen.add(chosen(request, field));
            }
            return Outcome.accepted();
          },
          50,
          Duration.ZERO);
    }
    return chosen;
  }

  private static List<String> chosen(ReceivedRequest request, String field) {
    return request.answers().path(field).valueStream().map(JsonNode::asString).toList();
  }

  private static Browser browser(AccountId account) {
    return Browser.sending(
        CityOfTests.portal().address().getPort(), HeaderLogin.HEADER, account.toString());
  }

  private static String name(String unit) {
    return CityOfTests.portal()
        .bean(ch.meinkonto.directory.Directory.class)
        .name(new UnitId(unit), Locale.GERMAN);
  }
}
