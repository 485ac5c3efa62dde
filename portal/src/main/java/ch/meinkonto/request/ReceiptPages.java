package ch.meinkonto.request;

import ch.meinkonto.account.FieldErrors;
import ch.meinkonto.calendar.Subscriptions;
import ch.meinkonto.contract.RequestId;
import ch.meinkonto.platform.PortalSettings;
import ch.meinkonto.platform.web.NotFound;
import ch.meinkonto.platform.web.Page;
import ch.meinkonto.platform.web.PublicPaths;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * What was sent without a login, for the browser that has its key: the one that sent it, or one
 * into which somebody puts the link that they kept.
 */
@Controller
class ReceiptPages implements PublicPaths {

  static final String PATH = "/quittung";

  private static final int LONGEST = 300;

  private final Requests requests;
  private final ReceiptTokens tokens;
  private final ReceiptCookies cookies;
  private final RequestViews views;
  private final PortalSettings settings;
  private final ObjectProvider<PlaceClaims> claims;
  private final Subscriptions subscriptions;

  ReceiptPages(
      Requests requests,
      ReceiptTokens tokens,
      ReceiptCookies cookies,
      RequestViews views,
      PortalSettings settings,
      ObjectProvider<PlaceClaims> claims,
      Subscriptions subscriptions) {
    this.requests = requests;
    this.tokens = tokens;
    this.cookies = cookies;
    this.views = views;
    this.settings = settings;
    this.claims = claims;
    this.subscriptions = subscriptions;
  }

  @Override
  public List<String> patterns() {
    return List.of(PATH + "/**");
  }

  /** Where a request is shown; the address alone opens nothing. */
  static String address(RequestId id) {
    return PATH + "/" + id;
  }

  /** The request that is shown at this address. */
  static Optional<RequestId> requestAt(URI address) {
    var path = address.getPath();
    return path.startsWith(PATH + "/") ? id(path.substring(PATH.length() + 1)) : Optional.empty();
  }

  @GetMapping(PATH)
  String ask(Model model) {
    return ask(new FieldErrors(), model);
  }

  @PostMapping(PATH)
  String letIn(
      @RequestParam(name = "code", defaultValue = "") String link,
      HttpServletRequest request,
      HttpServletResponse response,
      Model model) {
    var key = key(link);
    var id =
        key.map(ReceiptKey::token)
            .flatMap(tokens::request)
            .filter(known -> withoutAccount(known).isPresent());
    if (id.isEmpty()) {
      response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
      return ask(new FieldErrors().add("code", "request.key.fault"), model);
    }
    cookies.give(id.get(), key.get().booked(), request, response);
    return "redirect:" + address(id.get());
  }

  @GetMapping(PATH + "/{id}")
  String sent(
      @PathVariable String id,
      @RequestParam(name = "kalender", defaultValue = "") String calendars,
      HttpServletRequest request,
      HttpServletResponse response,
      @ModelAttribute Page page,
      Model model) {
    var sent = opened(id, request);
    if (sent.isEmpty()) {
      response.setStatus(HttpStatus.NOT_FOUND.value());
      return ask(new FieldErrors(), model);
    }
    model.addAttribute("request", views.of(sent.get(), page));
    model.addAttribute("copies", views.copies(requests.copies(sent.get().id()), page));
    var key = cookies.key(request).orElseThrow();
    model.addAttribute("link", settings.url(PATH) + "#" + key.text());
    booked(sent.get(), key, page).ifPresent(words -> model.addAttribute("booked", words));
    subscriptions
        .of(sent.get().service(), calendars, page.locale())
        .ifPresent(calendar -> model.addAttribute("calendar", calendar));
    return "request/sent";
  }

  @GetMapping(PATH + "/{id}/quittung")
  ResponseEntity<byte[]> receipt(@PathVariable String id, HttpServletRequest request) {
    var sent = opened(id, request).orElseThrow(NotFound::new);
    return ReceiptFile.of(sent, requests.receipt(sent.id()).orElseThrow(NotFound::new));
  }

  private static String ask(FieldErrors errors, Model model) {
    model.addAttribute("errors", errors);
    return "request/key";
  }

  /** What stands behind the # of the link, or alone. */
  private static Optional<ReceiptKey> key(String link) {
    var typed = link.strip();
    return typed.length() > LONGEST
        ? Optional.empty()
        : Optional.of(ReceiptKey.read(typed.substring(typed.lastIndexOf('#') + 1)));
  }

  private Optional<String> booked(RequestEnvelope sent, ReceiptKey key, Page page) {
    return Optional.ofNullable(key.booked())
        .flatMap(booked ->
            claims.stream()
                .flatMap(all -> all.words(sent.service(), booked, page.locale()).stream())
                .findFirst());
  }

  private Optional<RequestEnvelope> opened(String id, HttpServletRequest request) {
    return cookies
        .key(request)
        .map(ReceiptKey::token)
        .flatMap(tokens::request)
        .filter(known -> id(id).filter(known::equals).isPresent())
        .flatMap(this::withoutAccount);
  }

  /** What was sent with a login is shown with a login only. */
  private Optional<RequestEnvelope> withoutAccount(RequestId id) {
    return requests.find(id).filter(request -> !request.hasAccount() && request.subject() == null);
  }

  /** What an address names; empty when it is no request's id. */
  static Optional<RequestId> id(String text) {
    try {
      return Optional.of(new RequestId(UUID.fromString(text)));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
