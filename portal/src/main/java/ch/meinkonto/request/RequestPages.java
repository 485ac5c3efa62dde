package ch.meinkonto.request;

import ch.meinkonto.account.AccountId;
import ch.meinkonto.calendar.Subscriptions.Subscription;
import ch.meinkonto.contract.RequestState;
import ch.meinkonto.payment.PaymentViews;
import ch.meinkonto.platform.web.NotFound;
import ch.meinkonto.platform.web.Page;
import ch.meinkonto.platform.web.Visitor;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** A person's own requests; those of others do not exist. */
@Controller
class RequestPages {

  private static final int MOST_TOGETHER = 50;

  private final Requests requests;
  private final RequestViews views;
  private final ImmediateAnswers answers;
  private final PaymentViews payments;
  private final ObjectProvider<UnitWords> words;

  RequestPages(
      Requests requests,
      RequestViews views,
      ImmediateAnswers answers,
      PaymentViews payments,
      ObjectProvider<UnitWords> words) {
    this.requests = requests;
    this.views = views;
    this.answers = answers;
    this.payments = payments;
    this.words = words;
  }

  @GetMapping("/antraege")
  String all(Visitor visitor, @ModelAttribute Page page, Model model) {
    model.addAttribute(
        "requests",
        requests.ofAccount(new AccountId(visitor.accountId())).stream()
            .map(request -> views.of(request, page))
            .toList());
    return "request/all";
  }

  @GetMapping("/antraege/{id}/bestaetigung")
  String sent(@PathVariable String id, Visitor visitor, @ModelAttribute Page page, Model model) {
    var request = own(id, visitor);
    model.addAttribute("answers", answers.of(request, page)); // may take a moment: look again then
    model.addAttribute("request", views.of(own(id, visitor), page));
    model.addAttribute("copies", views.copies(requests.copies(request.id()), page));
    words.stream()
        .flatMap(one -> one.booked(request).stream())
        .findFirst()
        .ifPresent(booked -> {
          model.addAttribute("booked", booked.text());
          model.addAttribute("lot", booked.byLot() ? lot(request.state()) : null);
        });
    words.stream()
        .flatMap(one -> one.calendar(request).stream())
        .findFirst()
        .ifPresent(address -> model.addAttribute("calendar", Subscription.at(address)));
    payments
        .of(PaidRequests.KIND, request.id().value(), page)
        .ifPresent(payment -> model.addAttribute("payment", payment));
    return "request/sent";
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
        ids.stream()
            .limit(MOST_TOGETHER)
            .flatMap(id -> ReceiptPages.id(id).flatMap(requests::find).stream())
            .filter(request -> account.equals(request.account()))
            .map(request -> views.of(request, page))
            .toList();
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
        .filter(request -> new AccountId(visitor.accountId()).equals(request.account()))
        .orElseThrow(NotFound::new);
  }
}
