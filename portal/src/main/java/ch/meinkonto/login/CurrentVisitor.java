package ch.meinkonto.login;

import ch.meinkonto.account.Account;
import ch.meinkonto.account.AccountChanged;
import ch.meinkonto.account.AccountClosed;
import ch.meinkonto.account.AccountId;
import ch.meinkonto.account.Accounts;
import ch.meinkonto.platform.web.Visitor;
import ch.meinkonto.platform.web.Visitors;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.Optional;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/**
 * Who looks at a page. How the frame calls them is decrypted once a minute and kept in memory only,
 * never in the session.
 */
@Component
class CurrentVisitor implements Visitors {

  private final Accounts accounts;
  private final Cache<AccountId, Face> faces =
      Caffeine.newBuilder().maximumSize(10_000).expireAfterWrite(Duration.ofMinutes(1)).build();

  CurrentVisitor(Accounts accounts) {
    this.accounts = accounts;
  }

  /** What the frame shows of somebody. */
  private record Face(String name, boolean business) {}

  @Override
  public Optional<Visitor> current(HttpServletRequest request) {
    return SecurityContextHolder.getContext().getAuthentication() instanceof LoggedIn loggedIn
        ? face(loggedIn.account())
            .map(face ->
                new Visitor(
                    loggedIn.getPrincipal(),
                    face.name(),
                    face.business(),
                    loggedIn.provedAt(),
                    loggedIn.twoFactors()))
        : Optional.empty();
  }

  @TransactionalEventListener
  void on(AccountChanged event) {
    faces.invalidate(new AccountId(event.accountId()));
  }

  @TransactionalEventListener
  void on(AccountClosed event) {
    faces.invalidate(new AccountId(event.accountId()));
  }

  private Optional<Face> face(AccountId account) {
    return Optional.ofNullable(
        faces.get(account, id -> accounts.find(id).map(CurrentVisitor::face).orElse(null)));
  }

  private static Face face(Account account) {
    var company = account.company();
    return new Face(company == null ? account.name().full() : company, account.business());
  }
}
