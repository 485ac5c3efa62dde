package ch.meinkonto.request;

import ch.meinkonto.account.Accounts;
import ch.meinkonto.calendar.Subscriptions.Subscription;
import ch.meinkonto.catalogue.Catalogue;
import ch.meinkonto.catalogue.ServiceId;
import ch.meinkonto.contract.RequestState;
import ch.meinkonto.directory.Directory;
import ch.meinkonto.directory.UnitId;
import ch.meinkonto.form.Booking;
import ch.meinkonto.form.Form;
import ch.meinkonto.form.Forms;
import ch.meinkonto.platform.web.Page;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriComponentsBuilder;

/** Puts requests into the words of a page's language. */
@Component
class RequestViews {

  private final Catalogue catalogue;
  private final Directory directory;
  private final Forms forms;
  private final PausedUnits paused;
  private final Accounts accounts;
  private final Clock clock;

  RequestViews(
      Catalogue catalogue,
      Directory directory,
      Forms forms,
      PausedUnits paused,
      Accounts accounts,
      Clock clock) {
    this.catalogue = catalogue;
    this.directory = directory;
    this.forms = forms;
    this.paused = paused;
    this.accounts = accounts;
    this.clock = clock;
  }

  RequestView of(RequestEnvelope request, Page page) {
    var url = url(request);
    var state = request.state().code();
    return new RequestView(
        request.reference().value(),
        service(request.service(), page.locale()),
        unit(request.unit(), page.locale()),
        page.text("request.state." + state),
        kind(request.state()),
        page.text("request.state-text." + stands(request)),
        page.formats().moment(request.receivedAt()),
        page.formats().date(request.receivedAt()),
        request.receivedAt().toString(),
        bookedKind(request),
        answerTime(request.service(), page.locale()),
        next(request.service(), page.locale()),
        url,
        request.hasAccount() ? "/antraege/" + request.id() + "/quittung" : url + "/quittung",
        request.acting() == null ? null : by(request, request.acting(), page));
  }

  /** Their names, as far as they still have accounts. */
  private String by(RequestEnvelope request, Acting acting, Page page) {
    return page.text(
        "request.by",
        accounts.called(acting.actor()).orElse(page.text("request.by.nobody")),
        accounts.called(request.account()).orElse(page.text("request.by.nobody")));
  }

  /** The other units that got a part of it, each with how far that is. */
  List<Map.Entry<String, String>> copies(List<RequestCopy> copies, Page page) {
    return copies.stream()
        .map(copy ->
            Map.entry(unit(copy.unit(), page.locale()), page.text("request.copy." + state(copy))))
        .toList();
  }

  private static String state(RequestCopy copy) {
    if (copy.taken()) {
      return "taken";
    }
    return copy.done() ? "not-taken" : "waiting";
  }

  /** Honestly: what its unit has not taken may be late, or the unit gets nothing for a while. */
  private String stands(RequestEnvelope request) {
    if (Transitions.waiting(request.state()) && paused.isPaused(request.unit())) {
      return "paused";
    }
    return request.isLate(clock.instant()) ? "late" : request.state().code();
  }

  /** The same, and what only its sender's browser keeps: which calendars fit. */
  String url(RequestEnvelope request, Optional<Subscription> calendar) {
    return calendar
        .filter(_ -> !request.hasAccount())
        .map(one ->
            UriComponentsBuilder.fromPath(url(request))
                .queryParam("kalender", "{names}")
                .encode()
                .buildAndExpand(one.names())
                .toUriString())
        .orElseGet(() -> url(request));
  }

  String url(RequestEnvelope request) {
    return request.hasAccount()
        ? "/antraege/" + request.id() + "/bestaetigung"
        : ReceiptPages.address(request.id());
  }

  String service(ServiceId id, Locale locale) {
    return catalogue.find(id).map(service -> service.name(locale)).orElse(id.value());
  }

  String unit(UnitId id, Locale locale) {
    return directory.name(id, locale);
  }

  /** As certain as it is; nothing once it does not stand any more, or its unit has told. */
  private String bookedKind(RequestEnvelope request) {
    var provisional =
        forms.form(request.service()).flatMap(Form::booking).filter(Booking::provisional);
    return switch (request.state()) {
      case RECEIVED, FETCHED, ACCEPTED, IN_PROGRESS, QUESTION_ASKED ->
          provisional.isPresent() ? "info" : "success";
      case DECIDED, CLOSED -> provisional.isPresent() ? "" : "success";
      case ENTERED, NOT_DRAWN, REJECTED, WITHDRAWN -> "";
    };
  }

  private String answerTime(ServiceId id, Locale locale) {
    return catalogue.find(id).map(it -> it.texts().answerTime().in(locale)).orElse("");
  }

  private List<String> next(ServiceId id, Locale locale) {
    return catalogue.find(id).map(service -> service.texts().next().in(locale)).orElse(List.of());
  }

  private static String kind(RequestState state) {
    return switch (state) {
      case RECEIVED, FETCHED, WITHDRAWN, NOT_DRAWN -> "";
      case ENTERED, ACCEPTED, IN_PROGRESS -> "info";
      case QUESTION_ASKED -> "warning";
      case DECIDED, CLOSED -> "success";
      case REJECTED -> "danger";
    };
  }
}
