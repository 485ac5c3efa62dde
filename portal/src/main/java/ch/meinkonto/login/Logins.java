package ch.meinkonto.login;

import ch.meinkonto.account.AccountId;
import ch.meinkonto.account.Accounts;
import ch.meinkonto.account.BrowserToken;
import ch.meinkonto.account.EmailAddress;
import ch.meinkonto.platform.database.Write;
import ch.meinkonto.platform.web.DeviceName;
import ch.meinkonto.platform.web.NetworkAddress;
import ch.meinkonto.trust.TrustEntry;
import ch.meinkonto.trust.TrustLog;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.http.HttpHeaders;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.stereotype.Component;

/**
 * Logs somebody in: by password or passkey, or because they have just proved themselves otherwise.
 */
@Component
class Logins {

  private final AuthenticationManager authentication;
  private final SecurityContextRepository contexts;
  private final Accounts accounts;
  private final KnownDevices devices;
  private final NewBrowserNotice newBrowser;
  private final TrustLog trust;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  Logins(
      AuthenticationManager authentication,
      SecurityContextRepository contexts,
      Accounts accounts,
      KnownDevices devices,
      NewBrowserNotice newBrowser,
      TrustLog trust,
      ApplicationEventPublisher events,
      Clock clock) {
    this.authentication = authentication;
    this.contexts = contexts;
    this.accounts = accounts;
    this.devices = devices;
    this.newBrowser = newBrowser;
    this.trust = trust;
    this.events = events;
    this.clock = clock;
  }

  /**
   * Logs in by password.
   *
   * @throws org.springframework.security.core.AuthenticationException when it is wrong, or {@link
   *     WaitFirst} when it was tried too often
   */
  void withPassword(
      EmailAddress email,
      String password,
      HttpServletRequest request,
      HttpServletResponse response) {
    var account = accounts.byEmail(email).orElse(null);
    var attempt =
        new PasswordAttempt(
            email, password, NetworkAddress.of(request), account, devices.find(request, account));
    var loggedIn = (LoggedIn) authentication.authenticate(attempt);
    tellAboutNewBrowser(loggedIn.account(), request);
    begin(loggedIn, List.of(attempt.undoing()), request, response);
  }

  /** Logs in the owner of a passkey that has just been verified. */
  void withPasskey(AccountId account, HttpServletRequest request, HttpServletResponse response) {
    tellAboutNewBrowser(account, request);
    begin(LoggedIn.by(Factor.PASSKEY, account, clock.instant()), request, response);
  }

  /** Logs in the owner of a phone that has just approved it. */
  void withAccess(AccountId account, HttpServletRequest request, HttpServletResponse response) {
    tellAboutNewBrowser(account, request);
    begin(LoggedIn.by(Factor.ACCESS, account, clock.instant()), request, response);
  }

  /** Logs in who has proved elsewhere, at that time, who they are. */
  void withProof(
      AccountId account, Proof proof, HttpServletRequest request, HttpServletResponse response) {
    tellAboutNewBrowser(account, request);
    begin(new LoggedIn(account, clock.instant(), List.of(proof)), request, response);
  }

  /** Notes that somebody who is logged in proved once more who they are. */
  void provedAgain(
      LoggedIn before, Factor factor, HttpServletRequest request, HttpServletResponse response) {
    provedAgain(before, new Proof(factor, clock.instant()), request, response);
  }

  /** The same, at that time. */
  void provedAgain(
      LoggedIn before, Proof proof, HttpServletRequest request, HttpServletResponse response) {
    keep(before.with(proof), request, response);
    events.publishEvent(new LoginSucceeded(before.account().value(), proof.factor().code(), true));
  }

  /** Logs in somebody who has just proved that they read the mail of the account's address. */
  void afterProof(AccountId account, HttpServletRequest request, HttpServletResponse response) {
    forgetSession(request);
    begin(LoggedIn.by(Factor.PASSWORD, account, clock.instant()), request, response);
  }

  /** Logs in somebody who has just recovered their account, by a recovery code among others. */
  void afterRecovery(AccountId account, HttpServletRequest request, HttpServletResponse response) {
    forgetSession(request);
    var now = clock.instant();
    var password = LoggedIn.by(Factor.PASSWORD, account, now);
    begin(password.with(new Proof(Factor.RECOVERY_CODE, now)), request, response);
  }

  /** All sessions of the account have just ended, this browser's perhaps among them. */
  private static void forgetSession(HttpServletRequest request) {
    var session = request.getSession(false);
    if (session != null) {
      session.invalidate();
    }
  }

  private void tellAboutNewBrowser(AccountId account, HttpServletRequest request) {
    if (devices.find(request, account).isEmpty()) {
      newBrowser.tell(account);
    }
  }

  private void begin(LoggedIn loggedIn, HttpServletRequest request, HttpServletResponse response) {
    begin(loggedIn, List.of(), request, response);
  }

  /** Nobody is logged in without an entry in the log: the two are written together. */
  private void begin(
      LoggedIn loggedIn,
      List<Write> also,
      HttpServletRequest request,
      HttpServletResponse response) {
    keep(loggedIn, request, response);
    var device = DeviceName.withBrowser(request.getHeader(HttpHeaders.USER_AGENT));
    var entry =
        new TrustEntry(loggedIn.getPrincipal(), "login", TrustEntry.YOU, device, "your-wish");
    var along = new ArrayList<>(also);
    along.add(trust.writing(entry));
    request.getSession().setAttribute(CalmSession.ALONG, new CalmSession.Along(List.copyOf(along)));
    response.addHeader(
        HttpHeaders.SET_COOKIE, devices.mark(request, loggedIn.account()).toString());
    BrowserToken.forget(request, response);
    events.publishEvent(
        new LoginSucceeded(
            loggedIn.account().value(), loggedIn.proofs().getLast().factor().code(), false));
  }

  private void keep(LoggedIn loggedIn, HttpServletRequest request, HttpServletResponse response) {
    // session fixation: what somebody else may have planted before is worth nothing after
    if (request.getSession(false) != null) {
      request.changeSessionId();
    }
    var context = SecurityContextHolder.createEmptyContext();
    context.setAuthentication(loggedIn);
    SecurityContextHolder.setContext(context);
    contexts.saveContext(context, request, response);
  }
}
