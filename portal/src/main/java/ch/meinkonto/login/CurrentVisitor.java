package ch.meinkonto.login;

import ch.meinkonto.account.Account;
import ch.meinkonto.account.AccountChanged;
import ch.meinkonto.account.AccountClosed;
import ch.meinkonto.account.AccountId;
import ch.meinkonto.account.Accounts;
import ch.meinkonto.platform.memory.NodeMemories;
import ch.meinkonto.platform.memory.NodeMemory;
import ch.meinkonto.platform.web.Visitor;
import ch.meinkonto.platform.web.Visitors;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Who looks at a page. How the frame calls them is decrypted once a minute and kept in memory only,
 * never in the session.
 */
@Component
class CurrentVisitor implements Visitors {

  private static final int REMEMBERED = 10_000;

  private final Accounts accounts;
  private final NodeMemory<Face> faces;

  CurrentVisitor(Accounts accounts, NodeMemories memories) {
    this.accounts = accounts;
    this.faces = memories.open("faces", REMEMBERED);
  }

  /** What the frame shows of somebody. */
  private record Face(String name, boolean business) {}

  @Override
  public Optional<Visitor> current(HttpServletRequest request) {
    return LoggedIn.current()
        .flatMap(who ->
            face(who.account())
                .map(face ->
                    new Visitor(
                        who.getPrincipal(),
                        face.name(),
                        face.business(),
                        who.provedAt(),
                        who.twoFactors())));
  }

  @EventListener
  void on(AccountChanged event) {
    faces.changed(event.accountId().toString());
  }

  @EventListener
  void on(AccountClosed event) {
    faces.changed(event.accountId().toString());
  }

  private Optional<Face> face(AccountId account) {
    return Optional.ofNullable(
        faces.get(
            account.toString(),
            _ -> accounts.find(account).map(CurrentVisitor::face).orElse(null)));
  }

  private static Face face(Account account) {
    var company = account.company();
    return new Face(company == null ? account.name().full() : company, account.business());
  }
}
