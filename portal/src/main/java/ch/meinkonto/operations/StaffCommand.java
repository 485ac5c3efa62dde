package ch.meinkonto.operations;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.partitioningBy;
import static java.util.stream.Collectors.toSet;

import ch.meinkonto.account.AccountCommand;
import ch.meinkonto.account.AccountId;
import ch.meinkonto.account.Accounts;
import ch.meinkonto.directory.Directory;
import ch.meinkonto.directory.Slug;
import ch.meinkonto.directory.UnitId;
import ch.meinkonto.login.CurrentLogin;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Who runs the portal: said at the terminal only. */
@Component
class StaffCommand extends AccountCommand {

  private static final int MISUSED = 64; // sysexits.h, EX_USAGE

  /** Before the id of a service, where a unit's could stand. */
  static final String SERVICE = "service:";

  private final Staff staff;
  private final CurrentLogin logins;
  private final Directory directory;
  private final KnownServices services;

  StaffCommand(
      Staff staff,
      Accounts accounts,
      CurrentLogin logins,
      Directory directory,
      KnownServices services) {
    super(accounts);
    this.staff = staff;
    this.logins = logins;
    this.directory = directory;
    this.services = services;
  }

  @Override
  public String name() {
    return "staff";
  }

  @Override
  public String description() {
    return "lists who runs the portal; add EMAIL operator|auditor, add EMAIL service-owner UNIT …"
        + " service:SERVICE …, remove EMAIL";
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
    return misused(
        "staff | staff add EMAIL ROLE [UNIT …] [service:SERVICE …] | staff remove EMAIL");
  }

  private int list() {
    var all = staff.all();
    for (var member : all) {
      System.out.printf(
          "%s  %s  %s%n",
          email(member.account()),
          member.role().code(),
          Stream.concat(
                  member.units().stream().map(UnitId::value).sorted(),
                  member.services().stream().sorted().map(SERVICE::concat))
              .collect(joining(" ")));
    }
    System.out.printf("%d people run the portal.%n", all.size());
    return 0;
  }

  private int add(AccountId id, String code, List<String> scope) {
    var role = Role.of(code).orElse(null);
    if (role == null) {
      return misused(
          "Roles are operator, service-owner and auditor; for the counter: counter-staff");
    }
    if ((role == Role.SERVICE_OWNER) == scope.isEmpty()) {
      return misused("A service owner has units or services, the other roles have all of them.");
    }
    var unknown = scope.stream().filter(one -> !known(one)).collect(joining(" "));
    if (!unknown.isEmpty()) {
      System.err.println("There is no such unit or service: " + unknown);
      return 1;
    }
    if (!logins.canProve(id, false)) {
      System.err.println("This account has no second factor. Its owner sets one up first.");
      return 1;
    }
    var byKind = scope.stream().collect(partitioningBy(one -> one.startsWith(SERVICE), toSet()));
    staff.add(
        new StaffMember(
            id,
            role,
            requireNonNull(byKind.get(false)).stream().map(UnitId::new).collect(toSet()),
            requireNonNull(byKind.get(true)).stream()
                .map(one -> one.substring(SERVICE.length()))
                .collect(toSet())));
    System.out.println("They are " + role.code() + " now: /betrieb");
    return 0;
  }

  private boolean known(String one) {
    if (one.startsWith(SERVICE)) {
      var id = one.substring(SERVICE.length());
      return services.all(Locale.GERMAN).stream().anyMatch(service -> service.id().equals(id));
    }
    return Slug.fits(one) && directory.unit(new UnitId(one)).isPresent();
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
