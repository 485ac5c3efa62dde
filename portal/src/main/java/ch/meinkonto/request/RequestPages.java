package ch.meinkonto.request;

import ch.meinkonto.account.AccountId;
import ch.meinkonto.calendar.Subscriptions.Subscription;
import ch.meinkonto.contract.RequestState;
import ch.meinkonto.mandate.Mandates;
import ch.meinkonto.payment.PaymentViews;
import ch.meinkonto.platform.web.NotFound;
import ch.meinkonto.platform.web.Page;
import ch.meinkonto.platform.web.Visitor;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** A person's own requests, and what they send for others; all else does not exist. */
@Controller
class RequestPages {

  private static final int MOST_TOGETHER = 50;

  private final Requests requests;
  private final RequestViews views;
  private final ImmediateAnswers answers;
  private final PaymentViews payments;
  private final ObjectProvider<UnitWords> words;
  private final Mandates mandates;

  RequestPages(
      Requests requests,
      RequestViews views,
      ImmediateAnswers answers,
      PaymentViews payments,
      ObjectProvider<UnitWords> words,
      Mandates mandates) {
    this.requests = requests;
    this.views = views;
    this.answers = answers;
    this.payments = payments;
    this.words = words;
    this.mandates = mandates;
  }

  @GetMapping("/antraege")
  String all(Visitor visitor, @ModelAttribute Page page, Model model) {
    var account = new AccountId(visitor.accountId());
    model.addAttribute("requests", shown(requests.ofAccount(account).stream(), page));
    model.addAttribute(
        "forOthers",
        shown(
            requests.byActor(account).stream().filter(request -> actsStill(request, account)),
            page));
    return "request/all";
  }

  private List<RequestView> shown(Stream<RequestEnvelope> some, Page page) {
    return some.map(request -> views.of(request, page)).toList();
  }

  @GetMapping("/antraege/{id}/bestaetigung")
  String sent(@PathVariable String id, Visitor visitor, @ModelAttribute Page page, Model model) {
    var reader = new AccountId(visitor.accountId());
    var request = own(id, visitor);
    var owner = reader.equals(request.account());
    if (owner) {
      model.addAttribute(
          "answers", answers.of(request, page)); // may take a moment: look again then
      say(request, model);
    }
    model.addAttribute("owner", owner);
    model.addAttribute("request", views.of(own(id, visitor), page));
    model.addAttribute("copies", views.copies(requests.copies(request.id()), page));
    if (paid(request, reader)) {
      payments
          .of(PaidRequests.KIND, request.id().value(), page)
          .ifPresent(payment -> model.addAttribute("payment", payment));
    }
    return "request/sent";
  }

  /** What the portal wrote with the receipt, which is its owner's alone. */
  private void say(RequestEnvelope request, Model model) {
    words.stream()
        .flatMap(one -> one.confirmed(request).stream())
        .findFirst()
        .ifPresent(confirmed -> say(confirmed, request, model));
  }

  private static void say(UnitWords.Confirmed confirmed, RequestEnvelope request, Model model) {
    switch (confirmed) {
      case UnitWords.Confirmed.Booked(var text) -> model.addAttribute("booked", text);
      case UnitWords.Confirmed.Entered(var text) -> {
        model.addAttribute("booked", text);
        model.addAttribute("lot", lot(request.state()));
      }
      case UnitWords.Confirmed.Fitting(var calendar) ->
          model.addAttribute("calendar", Subscription.at(calendar));
    }
  }

  /** How it went in its draw. */
  private static String lot(RequestState state) {
    return switch (state) {
      case ENTERED, NOT_DRAWN -> state.code();
      case WITHDRAWN -> "withdrawn";
      case RECEIVED, FETCHED, ACCEPTED, REJECTED, IN_PROGRESS, QUESTION_ASKED, DECIDED, CLOSED ->
          "drawn";
    };
  }

  /** What was sent at once, as far as it is the visitor’s. */
  @GetMapping(SentTogether.PATH)
  String sentTogether(
      @RequestParam(name = "id", defaultValue = "") List<String> ids,
      Visitor visitor,
      @ModelAttribute Page page,
      Model model) {
    var account = new AccountId(visitor.accountId());
    var own =
        shown(
            ids.stream()
                .limit(MOST_TOGETHER)
                .flatMap(id -> ReceiptPages.id(id).flatMap(requests::find).stream())
                .filter(request -> maySee(request, account)),
            page);
    if (own.isEmpty()) {
      return "redirect:/antraege";
    }
    model.addAttribute("requests", own);
    return "request/sent-together";
  }

  @GetMapping("/antraege/{id}/quittung")
  ResponseEntity<byte[]> receipt(@PathVariable String id, Visitor visitor) {
    var request = own(id, visitor);
    return ReceiptFile.of(request, requests.receipt(request.id()).orElseThrow(NotFound::new));
  }

  private RequestEnvelope own(String id, Visitor visitor) {
    return requests
        .find(ReceiptPages.id(id).orElseThrow(NotFound::new))
        .filter(request -> maySee(request, new AccountId(visitor.accountId())))
        .orElseThrow(NotFound::new);
  }

  /** Its owner; and who sent it for them, as long as the mandate lasts. */
  private boolean maySee(RequestEnvelope request, AccountId reader) {
    return reader.equals(request.account()) || actsStill(request, reader);
  }

  private boolean actsStill(RequestEnvelope request, AccountId reader) {
    var acting = request.acting();
    return acting != null
        && reader.equals(acting.actor())
        && mandates.lasts(acting.mandate(), reader);
  }

  /** What somebody paid for somebody else is nobody else’s matter. */
  private static boolean paid(RequestEnvelope request, AccountId reader) {
    var acting = request.acting();
    return reader.equals(acting == null ? request.account() : acting.actor());
  }
}
