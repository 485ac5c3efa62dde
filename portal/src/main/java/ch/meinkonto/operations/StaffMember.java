package ch.meinkonto.operations;

import ch.meinkonto.account.AccountId;
import ch.meinkonto.directory.UnitId;
import ch.meinkonto.platform.web.NotFound;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who runs the portal. As an argument of a controller below {@code /betrieb}: who asks for
 * this page. They have proved who they are by two factors; for a form that is sent, lately, and
 * their role changes things.
 *
 * @param units of which a service owner sees everything
 * @param services of which a service owner sees everything, though not of their units
 */
public record StaffMember(AccountId account, Role role, Set<UnitId> units, Set<String> services) {

  public StaffMember {
    units = Set.copyOf(units);
    services = Set.copyOf(services);
  }

  /** Somebody who looks after whole units, or after all of them. */
  public StaffMember(AccountId account, Role role, Set<UnitId> units) {
    this(account, role, units, Set.of());
  }

  /** Whether their role sees all units. */
  public boolean seesAll() {
    return role != Role.SERVICE_OWNER;
  }

  /** Whether they see all of this unit. */
  public boolean sees(UnitId unit) {
    return seesAll() || units.contains(unit);
  }

  /** Whether they see what concerns this service of the unit; null where none is known. */
  public boolean sees(UnitId unit, @Nullable String service) {
    return sees(unit) || (service != null && services.contains(service));
  }

  /** Whether they change anything at all. */
  public boolean acts() {
    return role != Role.AUDITOR;
  }

  /** Whether they confirm what others propose, and do what concerns all units. */
  public boolean operates() {
    return role == Role.OPERATOR;
  }

  /**
   * For a page about one unit.
   *
   * @throws NotFound when they see nothing of it
   */
  public void mustSee(UnitId unit) {
    if (!sees(unit)) {
      throw new NotFound();
    }
  }
}
