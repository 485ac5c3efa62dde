package ch.meinkonto.form;

import static org.assertj.core.api.Assertions.assertThat;

import ch.meinkonto.catalogue.ServiceId;
import ch.meinkonto.payment.Paid;
import ch.meinkonto.platform.upload.Content;
import ch.meinkonto.platform.web.Visitor;
import ch.meinkonto.testing.CityOfTests;
import ch.meinkonto.testing.Residents;
import ch.meinkonto.unit.Outcome;
import ch.meinkonto.unit.ReceivedRequest;
import ch.meinkonto.unit.Unit;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Of a unit with twelve offices, the one in charge of the address gets the order. */
class OfficeTest {

  private static final String UPLOAD = "ausweis";
  private static final ServiceId EXTRACT = new ServiceId("betreibungsauszug");

  private final Forms forms = CityOfTests.portal().bean(Forms.class);
  private final Drafts drafts = CityOfTests.portal().bean(Drafts.class);
  private final DraftUploads uploads = CityOfTests.portal().bean(DraftUploads.class);
  private final Sending sending = CityOfTests.portal().bean(Sending.class);
  private final Unit unit = CityOfTests.connect(CityOfTests.keysOf(CityOfTests.UNIT_WITH_OFFICES));

  @AfterEach
  void close() {
    unit.close();
  }

  @Test
  void theUnitsSystemLearnsWhichOfficeIsInCharge() {
    send("Ammann", new byte[] {1});

    var service = forms.find(EXTRACT).orElseThrow();
    var office = forms.assess(service.form(), given(service)).route().orElseThrow();
    assertThat(office).matches("betreibungsamt-\\d+");
    assertThat(received())
        .filteredOn(request -> family(request).equals("Ammann"))
        .extracting(request -> request.office().orElseThrow())
        .containsExactly(office);
  }

  @Test
  void aLargeFileArrivesWhole() {
    var file = new byte[9 * UploadPieces.PIECE + 1];
    new Random(9).nextBytes(file);

    send("Gross", file);

    var arrived = new ArrayList<byte[]>();
    unit.receiveOnce(
        request -> {
          if (family(request).equals("Gross")) {
            arrived.add(request.attachments().getFirst().content());
          }
          return Outcome.accepted();
        },
        50,
        Duration.ZERO);
    assertThat(arrived).containsExactly(file);
  }

  private void send(String family, byte[] file) {
    var service = forms.find(EXTRACT).orElseThrow();
    var anna = Residents.register("Anna", family);
    var typed = new HashMap<>(given(service));
    typed.remove(UPLOAD);
    var draft = drafts.begin(EXTRACT, typed);
    uploads.add(draft, UPLOAD, "Pass.png", "image/png", Content.of(file));

    var sent =
        sending.send(
            draft,
            service,
            Locale.GERMAN,
            Optional.of(
                new Visitor(
                    anna.value(), "Anna " + family, false, CityOfTests.clock().instant(), false)));
    assertThat(sent).isInstanceOf(Sending.Outcome.Unpaid.class);
    Paid.at(CityOfTests.portal(), ((Sending.Outcome.Unpaid) sent).pay());
  }

  private static String family(ReceivedRequest request) {
    return request.sender().orElseThrow().name().family();
  }

  private Map<String, Object> given(ServiceForm service) {
    return SampleAnswers.of(service.form(), forms.now(), 3);
  }

  private List<ReceivedRequest> received() {
    var inTray = new ArrayList<ReceivedRequest>();
    unit.receiveOnce(
        request -> {
          inTray.add(request);
          return Outcome.accepted();
        },
        50,
        Duration.ZERO);
    return inTray;
  }
}
