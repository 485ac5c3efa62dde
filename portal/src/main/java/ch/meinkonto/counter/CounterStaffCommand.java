package ch.meinkonto.counter;

import ch.meinkonto.account.AccountCommand;
import ch.meinkonto.account.AccountId;
import ch.meinkonto.account.Accounts;
import ch.meinkonto.login.CurrentLogin;
import java.util.List;
import org.springframework.stereotype.Component;

/** Who works at the counter: only operators say so. */
@Component
class CounterStaffCommand extends AccountCommand {

  private static final int MISUSED = 64; // sysexits.h, EX_USAGE
  private static final int LONGEST = 100;

  private final CounterStaff staff;
  private final CurrentLogin logins;

  CounterStaffCommand(CounterStaff staff, Accounts accounts, CurrentLogin logins) {
    super(accounts);
    this.staff = staff;
    this.logins = logins;
  }

  @Override
  public String name() {
    return "counter-staff";
  }

  @Override
  public String description() {
    return "lists who may issue codes at the counter; add EMAIL COUNTER, remove EMAIL";
  }

  @Override
  public int run(List<String> arguments) {
    if (arguments.isEmpty()) {
      return list();
    }
    if (arguments.getFirst().equals("add") && arguments.size() == 3) {
      return account(arguments.get(1)).map(id -> add(id, arguments.get(2).strip())).orElse(1);
    }
    if (arguments.getFirst().equals("remove") && arguments.size() == 2) {
      return account(arguments.get(1)).map(this::remove).orElse(1);
    }
    System.err.println(
        "counter-staff | counter-staff add EMAIL COUNTER | counter-staff remove EMAIL");
    return MISUSED;
  }

  private int list() {
    var all = staff.all();
    for (var member : all) {
      System.out.printf("%s  %s%n", email(member.account()), member.counter());
    }
    System.out.printf("%d people may issue codes.%n", all.size());
    return 0;
  }

  private int add(AccountId id, String counter) {
    if (counter.isEmpty() || counter.length() > LONGEST) {
      System.err.println("A counter has a name of at most " + LONGEST + " characters.");
      return MISUSED;
    }
    if (!logins.canProve(id, false)) {
      System.err.println("This account has no second factor. Its owner sets one up first.");
      return 1;
    }
    staff.add(id, counter);
    System.out.println("They may issue codes now, at the counter “" + counter + "”: /schalter");
    return 0;
  }

  private int remove(AccountId id) {
    System.out.println(
        staff.remove(id) ? "They may issue no codes any more." : "They could not issue codes.");
    return 0;
  }
}
