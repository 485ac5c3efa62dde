package ch.meinkonto.login;

import ch.meinkonto.access.SignInTicket;
import ch.meinkonto.access.SignIns;
import ch.meinkonto.access.SignIns.Asking;
import ch.meinkonto.account.AccountId;
import ch.meinkonto.account.Accounts;
import ch.meinkonto.account.EmailAddress;
import ch.meinkonto.account.TokenCookie;
import ch.meinkonto.platform.web.Destination;
import ch.meinkonto.platform.web.DeviceName;
import ch.meinkonto.platform.web.NetworkAddress;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.support.RequestContextUtils;

/** Asks a person's phones, for the browser that waits for the answer. */
@Component
class AccessAsking {

  private static final TokenCookie TICKET = new TokenCookie("mk-waiting", LoginPage.PATH);

  private final SignIns signIns;
  private final Accounts accounts;
  private final KnownDevices devices;
  private final List<Destination> destinations;

  AccessAsking(
      SignIns signIns, Accounts accounts, KnownDevices devices, List<Destination> destinations) {
    this.signIns = signIns;
    this.accounts = accounts;
    this.devices = devices;
    this.destinations = destinations;
  }

  /**
   * For somebody who typed an address. Whether there is a phone to ask is found out beside the
   * answer, so that it takes the same time, and looks the same, for every address.
   */
  void askToLogIn(
      EmailAddress email,
      ReturnPath next,
      HttpServletRequest request,
      HttpServletResponse response) {
    var ticket = begin(request, response);
    var browser = browser(request);
    var network = network(request);
    var what = what(next, request);
    var marks = devices.carriedBy(request);
    Thread.ofVirtual()
        .name("access-ask")
        .start(() ->
            accounts
                .byEmail(email)
                .ifPresent(account -> {
                  var known = devices.find(marks, account).orElse(null);
                  signIns.ask(ticket, account, new Asking(false, what, browser, network, known));
                }));
  }

  /** For somebody who is logged in. */
  void askToConfirm(
      LoggedIn who, ReturnPath next, HttpServletRequest request, HttpServletResponse response) {
    var ticket = begin(request, response);
    var known = devices.find(request, who.account()).orElse(null);
    var asking = new Asking(true, what(next, request), browser(request), network(request), known);
    signIns.ask(ticket, who.account(), asking);
  }

  /** What this browser waits for. */
  Optional<SignInTicket> of(HttpServletRequest request) {
    return SignInTicket.of(TICKET.read(request));
  }

  /** Whose phone approved what this browser waits for; it waits no longer. */
  Optional<AccountId> take(
      boolean toConfirm, HttpServletRequest request, HttpServletResponse response) {
    var account = of(request).flatMap(ticket -> signIns.take(ticket, toConfirm));
    TICKET.clear(request, response);
    return account;
  }

  void giveUp(HttpServletRequest request, HttpServletResponse response) {
    of(request).ifPresent(signIns::giveUp);
    TICKET.clear(request, response);
  }

  private SignInTicket begin(HttpServletRequest request, HttpServletResponse response) {
    of(request).ifPresent(signIns::giveUp);
    var ticket = signIns.ticket();
    TICKET.write(request, response, ticket.text());
    return ticket;
  }

  private String what(ReturnPath next, HttpServletRequest request) {
    var locale = RequestContextUtils.getLocale(request);
    return destinations.stream()
        .flatMap(destination -> destination.name(next.path(), locale).stream())
        .findFirst()
        .orElse("");
  }

  private static String browser(HttpServletRequest request) {
    return DeviceName.withBrowser(request.getHeader(HttpHeaders.USER_AGENT));
  }

  private static String network(HttpServletRequest request) {
    return NetworkAddress.of(request).value();
  }
}
