package ch.meinkonto.operations;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toSet;

import ch.meinkonto.account.AccountCommand;
import ch.meinkonto.account.AccountId;
import ch.meinkonto.account.Accounts;
import ch.meinkonto.directory.Directory;
import ch.meinkonto.directory.Slug;
import ch.meinkonto.directory.UnitId;
import ch.meinkonto.login.CurrentLogin;
import java.util.List;
import org.springframework.stereotype.Component;

/** Who runs the portal: said at the terminal only. */
@Component
class StaffCommand extends AccountCommand {

  private static final int MISUSED = 64; // sysexits.h, EX_USAGE

  private final Staff staff;
  private final CurrentLogin logins;
  private final Directory directory;

  StaffCommand(Staff staff, Accounts accounts, CurrentLogin logins, Directory directory) {
    super(accounts);
    this.staff = staff;
    this.logins = logins;
    this.directory = directory;
  }

  @Override
  public String name() {
    return "staff";
  }

  @Override
  public String description() {
    return "lists who runs the portal; add EMAIL operator|auditor, add EMAIL service-owner UNIT …,"
        + " remove EMAIL";
  }

  @Override
  public int run(List<String> arguments) {
    if (arguments.isEmpty()) {
      return list();
    }
    if (arguments.getFirst().equals("add") && arguments.size() >= 3) {
      return account(arguments.get(1))
          .map(id -> add(id, arguments.get(2), arguments.subList(3, arguments.size())))
          .orElse(1);
    }
    if (arguments.getFirst().equals("remove") && arguments.size() == 2) {
      return account(arguments.get(1)).map(this::remove).orElse(1);
    }
    return misused("staff | staff add EMAIL ROLE [UNIT …] | staff remove EMAIL");
  }

  private int list() {
    var all = staff.all();
    for (var member : all) {
      System.out.printf(
          "%s  %s  %s%n",
          email(member.account()),
          member.role().code(),
          member.units().stream().map(UnitId::value).sorted().collect(joining(" ")));
    }
    System.out.printf("%d people run the portal.%n", all.size());
    return 0;
  }

  private int add(AccountId id, String code, List<String> units) {
    var role = Role.of(code).orElse(null);
    if (role == null) {
      return misused(
          "Roles are operator, service-owner and auditor; for the counter: counter-staff");
    }
    if ((role == Role.SERVICE_OWNER) == units.isEmpty()) {
      return misused("A service owner has units, the other roles have all of them.");
    }
    var unknown = units.stream().filter(unit -> !known(unit)).collect(joining(" "));
    if (!unknown.isEmpty()) {
      System.err.println("There is no such unit: " + unknown);
      return 1;
    }
    if (!logins.canProve(id, false)) {
      System.err.println("This account has no second factor. Its owner sets one up first.");
      return 1;
    }
    staff.add(new StaffMember(id, role, units.stream().map(UnitId::new).collect(toSet())));
    System.out.println("They are " + role.code() + " now: /betrieb");
    return 0;
  }

  private boolean known(String unit) {
    return Slug.fits(unit) && directory.unit(new UnitId(unit)).isPresent();
  }

  private int remove(AccountId id) {
    System.out.println(
        staff.remove(id) ? "They have no role any more." : "They had no role before.");
    return 0;
  }

  private static int misused(String how) {
    System.err.println(how);
    return MISUSED;
  }
}
