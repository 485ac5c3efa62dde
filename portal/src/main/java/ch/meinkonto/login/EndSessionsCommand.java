package ch.meinkonto.login;

import ch.meinkonto.account.AccountCommand;
import ch.meinkonto.account.AccountId;
import ch.meinkonto.account.Accounts;
import ch.meinkonto.trust.TrustEntry;
import ch.meinkonto.trust.TrustLog;
import java.util.List;
import org.springframework.stereotype.Component;

/** Operators log somebody out everywhere, or everybody (OWASP ASVS 5.0, 7.4.5). */
@Component
class EndSessionsCommand extends AccountCommand {

  private static final int MISUSED = 64; // sysexits.h, EX_USAGE
  private static final String ALL = "--all";

  private final Sessions sessions;
  private final TrustLog trust;

  EndSessionsCommand(Sessions sessions, Accounts accounts, TrustLog trust) {
    super(accounts);
    this.sessions = sessions;
    this.trust = trust;
  }

  @Override
  public String name() {
    return "end-sessions";
  }

  @Override
  public String description() {
    return "logs EMAIL out everywhere, or everybody with --all; applications hear of it";
  }

  @Override
  public int run(List<String> arguments) {
    if (arguments.size() != 1) {
      System.err.println("end-sessions EMAIL | end-sessions --all");
      return MISUSED;
    }
    if (arguments.getFirst().equals(ALL)) {
      var owners = sessions.owners();
      owners.forEach(this::end);
      System.out.printf("%d people are logged out everywhere.%n", owners.size());
      return 0;
    }
    var account = account(arguments.getFirst());
    if (account.isEmpty()) {
      return 1;
    }
    System.out.printf("%d sessions are ended.%n", end(account.get()));
    return 0;
  }

  private int end(AccountId account) {
    var ended = sessions.endOthers(account, "");
    if (ended > 0) {
      trust.record(
          new TrustEntry(account.value(), "logout-everywhere", TrustEntry.PORTAL, "", "security"));
    }
    return ended;
  }
}
