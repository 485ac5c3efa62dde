package ch.meinkonto.unit;

import ch.meinkonto.contract.ConformanceReport;
import ch.meinkonto.contract.Registration;
import ch.meinkonto.contract.RegistrationStatus;
import ch.meinkonto.contract.Rotation;
import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A unit on its way into the city: handing keys in, trying out its system, changing keys later. */
public final class Enrolment implements AutoCloseable {

  private final UnitSettings settings;
  private final UnitKeys keys;
  private final Transport transport;

  private Enrolment(UnitSettings settings, UnitKeys keys) {
    this.settings = settings;
    this.keys = keys;
    this.transport = new Transport(settings);
  }

  /** Prepares the calls; none is made so far. */
  public static Enrolment of(UnitSettings settings) {
    return new Enrolment(settings, new UnitKeys(settings.unitId(), settings.keys()));
  }

  /**
   * Hands in the keys, or asks where they stand when they were handed in before.
   *
   * @param contact an e-mail address of whoever looks after the unit's system
   * @param push where deliveries are to be pushed to; null to fetch them
   * @throws PortalRefused when the city does not take them; its detail says why
   */
  public RegistrationStatus register(String contact, @Nullable URI push) {
    return PortalApi.register(settings, transport, signed(keys.registration(contact, push)));
  }

  /**
   * Makes the next keys count (see {@link UnitKeys#withNext}), by a signature of those that count
   * now. Afterwards the unit goes on with {@link UnitKeys#rotated}. Said twice, it is done once.
   */
  public RegistrationStatus rotate(String contact, @Nullable URI push) {
    if (!keys.hasNext()) {
      throw new IllegalStateException("there are no next keys");
    }
    String inner = signed(keys.registration(contact, push));
    return PortalApi.register(settings, transport, Rotation.sign(inner, keys.signingKey()));
  }

  /** The unit's keys as the portal knows them, and how much lies sealed for each. */
  public List<RegistrationStatus.KeyInUse> keysInUse() {
    return api().keysInUse();
  }

  /**
   * Has made-up deliveries sent, while the unit's system runs and takes them.
   *
   * @throws PortalRefused when the unit is live, or has no service to make something up from
   */
  public ConformanceReport beginConformance() {
    return api().beginConformance();
  }

  /** What the unit's system made of them so far. */
  public ConformanceReport conformance() {
    return api().conformance();
  }

  private PortalApi api() {
    return new PortalApi(
        settings, transport, new AccessTokens(settings, transport, keys.signingKey()));
  }

  private String signed(Registration registration) {
    return registration.sign(settings.issuer(), settings.clock().instant(), keys.nextSigningKey());
  }

  @Override
  public void close() {
    transport.close();
  }
}
