package ch.meinkonto.form;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ch.meinkonto.account.AccountId;
import ch.meinkonto.catalogue.ServiceId;
import ch.meinkonto.payment.Paid;
import ch.meinkonto.platform.upload.Content;
import ch.meinkonto.platform.web.Visitor;
import ch.meinkonto.testing.CityOfTests;
import ch.meinkonto.testing.Residents;
import java.util.HashMap;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Vreni leaves a draft to pay for it. */
class LeftDraftTest {

  private static final String UPLOAD = "ausweis";
  private static final ServiceId EXTRACT = new ServiceId("betreibungsauszug");

  private final Forms forms = CityOfTests.portal().bean(Forms.class);
  private final Drafts drafts = CityOfTests.portal().bean(Drafts.class);
  private final DraftUploads uploads = CityOfTests.portal().bean(DraftUploads.class);
  private final AccountId vreni = Residents.register("Vreni", "Zahlbar");
  private final ServiceForm service = forms.find(EXTRACT).orElseThrow();
  private final Draft draft = begun();

  @Test
  void onceItIsPaidItIsSentAndSheBeginsANewOne() {
    Paid.at(CityOfTests.portal(), leavesToPay());

    assertThat(drafts.isOpen(draft.id())).isFalse();
    assertThat(found()).isInstanceOf(Drafts.Found.Sent.class);
    assertThat(uploads.of(draft.id(), draft.key())).isEmpty();
  }

  @Test
  void whoGoesOnPayingGoesToTheSamePayment() {
    assertThat(leavesToPay()).isEqualTo(leavesToPay());
    assertThat(found()).isInstanceOf(Drafts.Found.Open.class);
  }

  @Test
  void whatSheChangedMeanwhileStays() {
    var pay = leavesToPay();
    drafts.change(draft, given -> given);
    Paid.at(CityOfTests.portal(), pay);

    assertThat(drafts.isOpen(draft.id())).isTrue();
    drafts.endPaid();
    assertThat(found()).isInstanceOf(Drafts.Found.Open.class);
    assertThat(uploads.of(draft.id(), draft.key())).hasSize(1);
    assertThat(sends()).isInstanceOf(Sending.Outcome.Sent.class);
  }

  @Test
  void sheBeginsANewOneThoughItEndsInThatVeryMoment() throws Exception {
    Paid.at(CityOfTests.portal(), leavesToPay());
    var manager = CityOfTests.portal().bean(PlatformTransactionManager.class);

    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var open =
          new TransactionTemplate(manager)
              .execute(_ -> {
                drafts.endPaid();
                var asks = threads.submit(() -> drafts.isOpen(draft.id()));
                await().until(LeftDraftTest::somebodyWaitsForADraft);
                return asks;
              });
      assertThat(open.get()).isFalse();
    }
  }

  private static boolean somebodyWaitsForADraft() {
    return CityOfTests.portal()
        .bean(JdbcClient.class)
        .sql(
            """
            SELECT count(*) > 0 FROM pg_stat_activity
            WHERE wait_event_type = 'Lock' AND query LIKE '%UPDATE form_draft%'\
            """)
        .query(Boolean.class)
        .single();
  }

  private Draft begun() {
    var typed = new HashMap<>(SampleAnswers.of(service.form(), forms.now(), 3));
    typed.remove(UPLOAD);
    var begun = drafts.begin(EXTRACT, typed);
    uploads.add(begun, UPLOAD, "Pass.png", "image/png", Content.of(new byte[] {1}));
    return begun;
  }

  private String leavesToPay() {
    var outcome = sends();
    assertThat(outcome).isInstanceOf(Sending.Outcome.Unpaid.class);
    return ((Sending.Outcome.Unpaid) outcome).pay();
  }

  private Sending.Outcome sends() {
    var visitor =
        new Visitor(vreni.value(), "Vreni Zahlbar", false, CityOfTests.clock().instant(), false);
    return CityOfTests.portal()
        .bean(Sending.class)
        .send(draft, service, Locale.GERMAN, Optional.of(visitor));
  }

  private Drafts.Found found() {
    return drafts.find(draft.id(), Optional.of(draft.key()));
  }
}
