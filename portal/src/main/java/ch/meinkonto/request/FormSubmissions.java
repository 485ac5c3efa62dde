package ch.meinkonto.request;

import ch.meinkonto.account.AccountId;
import ch.meinkonto.calendar.Subscriptions;
import ch.meinkonto.calendar.Subscriptions.Subscription;
import ch.meinkonto.catalogue.Catalogue;
import ch.meinkonto.contract.Assurance;
import ch.meinkonto.contract.RequestId;
import ch.meinkonto.directory.UnitId;
import ch.meinkonto.form.Fee;
import ch.meinkonto.form.Forms;
import ch.meinkonto.form.Submission;
import ch.meinkonto.form.SubmissionTarget;
import ch.meinkonto.payment.Way;
import ch.meinkonto.platform.web.Visitor;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Takes what a form yields, after looking at it once more. */
@Component
class FormSubmissions implements SubmissionTarget {

  private static final TypeReference<Map<String, Object>> ANSWERS = new TypeReference<>() {};
  private static final JsonMapper EXACT =
      JsonMapper.builder().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS).build();

  private final Requests requests;
  private final RequestViews views;
  private final Catalogue catalogue;
  private final Forms forms;
  private final ReceiptCookies cookies;
  private final ObjectProvider<PlaceClaims> claims;
  private final Subscriptions subscriptions;

  FormSubmissions(
      Requests requests,
      RequestViews views,
      Catalogue catalogue,
      Forms forms,
      ReceiptCookies cookies,
      ObjectProvider<PlaceClaims> claims,
      Subscriptions subscriptions) {
    this.requests = requests;
    this.views = views;
    this.catalogue = catalogue;
    this.forms = forms;
    this.cookies = cookies;
    this.claims = claims;
    this.subscriptions = subscriptions;
  }

  @Override
  public Taken submit(Submission submission) {
    var unit = catalogue.find(submission.service()).orElseThrow().unit();
    var calendar =
        subscriptions.of(submission.service(), submission.calendars(), submission.language());
    return switch (requests.submit(
        checked(submission, submission.draftId(), unit, submission.answers(), calendar))) {
      case SubmitOutcome.Received(var request) ->
          new Taken.Sent(URI.create(views.url(request, calendar)));
      case SubmitOutcome.Unpaid(var request, var payment) ->
          new Taken.Unpaid(URI.create(payment.address()), next(request));
      case SubmitOutcome.NoPlace(var why) -> new Taken.NoPlace(why);
      case SubmitOutcome.UnitCannotReceive() -> throw new NotSent(submission.draftId());
    };
  }

  @Override
  public Optional<URI> sent(UUID draftId) {
    return requests.ofDraft(draftId).map(this::next);
  }

  @Override
  public Optional<URI> pay(UUID draftId) {
    return requests.unpaid(draftId).map(payment -> URI.create(payment.address()));
  }

  private URI next(RequestEnvelope request) {
    return URI.create(views.url(request));
  }

  @Override
  public URI submitEach(Submission whole, SequencedMap<UnitId, byte[]> answers) {
    return SentTogether.address(
        answers.entrySet().stream()
            .map(one -> received(whole, one.getKey(), one.getValue()))
            .map(RequestEnvelope::id)
            .toList());
  }

  private RequestEnvelope received(Submission whole, UnitId unit, byte[] answers) {
    var key = SentTogether.key(whole.draftId(), unit);
    return switch (requests.submit(checked(whole, key, unit, answers, Optional.empty()))) {
      case SubmitOutcome.Received(var request) -> request;
      case SubmitOutcome.Unpaid unpaid -> throw new IllegalStateException("each costs something");
      case SubmitOutcome.NoPlace none -> throw new IllegalStateException("each books something");
      case SubmitOutcome.UnitCannotReceive() -> throw new NotSent(whole.draftId(), unit);
    };
  }

  @Override
  public void letIn(URI next, HttpServletRequest request, HttpServletResponse response) {
    ReceiptPages.requestAt(next)
        .ifPresent(id -> cookies.give(id, booked(id).orElse(null), request, response));
  }

  private Optional<BookedPlaces> booked(RequestId request) {
    return claims.stream().flatMap(claim -> claim.booked(request).stream()).findFirst();
  }

  /** A form that lets through what its own schema forbids is a bug: then nothing is sent. */
  private NewRequest checked(
      Submission submission,
      UUID key,
      UnitId unit,
      byte[] answers,
      Optional<Subscription> calendar) {
    var service = catalogue.find(submission.service()).orElseThrow();
    if (service.version() != submission.schemaVersion()
        || !forms.isSendable(submission.service(), EXACT.readValue(answers, ANSWERS))) {
      throw new IllegalStateException("Not as the schema of " + submission.service() + " says");
    }
    return new NewRequest(
        key,
        submission.service(),
        submission.schemaVersion(),
        unit,
        submission.visitor().map(Visitor::accountId).map(AccountId::new).orElse(null),
        assurance(submission.visitor()),
        submission.language(),
        answers,
        submission.office().orElse(null),
        attachments(submission.files()),
        submission.copies().stream()
            .map(
                copy -> new NewRequest.Copy(copy.unit(), copy.answers(), attachments(copy.files())))
            .toList(),
        submission.due().map(FormSubmissions::due).orElse(null),
        submission
            .booked()
            .map(booked ->
                new NewRequest.Booked(
                    booked.offer(),
                    booked.places(),
                    booked.persons(),
                    booked.ticket().orElse(null)))
            .orElse(null),
        calendar.map(Subscription::https).orElse(null),
        submission
            .actor()
            .map(actor -> new Acting(new AccountId(actor.account()), actor.mandate()))
            .orElse(null));
  }

  private static NewRequest.Due due(Submission.Due due) {
    return new NewRequest.Due(
        due.amount(), due.ways().stream().map(FormSubmissions::way).collect(Collectors.toSet()));
  }

  private static Way way(Fee.Way way) {
    return switch (way) {
      case ONLINE -> Way.ONLINE;
      case INVOICE -> Way.INVOICE;
    };
  }

  private static List<Attachment> attachments(List<Submission.File> files) {
    return files.stream().map(Attachment::of).toList();
  }

  private static Assurance assurance(Optional<Visitor> visitor) {
    return visitor
        .map(known -> known.twoFactors() ? Assurance.TWO_FACTORS : Assurance.LOGIN)
        .orElse(Assurance.NONE);
  }
}
