package ch.meinkonto.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import ch.meinkonto.contract.ContractFiles;
import ch.meinkonto.contract.Fingerprint;
import ch.meinkonto.contract.Json;
import ch.meinkonto.contract.Registration;
import ch.meinkonto.contract.RegistrationStatus;
import ch.meinkonto.contract.RegistrationStatus.KeyInUse;
import ch.meinkonto.contract.RegistrationStatus.Status;
import ch.meinkonto.contract.Rotation;
import ch.meinkonto.directory.KeyOutcome;
import ch.meinkonto.directory.KeyRegistration;
import ch.meinkonto.directory.KeyRegistrations;
import ch.meinkonto.testing.CityOfTests;
import ch.meinkonto.testing.Mailbox;
import ch.meinkonto.testing.Residents;
import ch.meinkonto.unit.Enrolment;
import ch.meinkonto.unit.Outcome;
import ch.meinkonto.unit.PortalRefused;
import ch.meinkonto.unit.UnitKeys;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Nora, who looks after a unit's system, hands in its keys; Anna and Beat run the portal. */
class KeyRegistrationTest {

  private static final String NORA = "nora@technik.example";

  private final KeyRegistrations registrations = CityOfTests.portal().bean(KeyRegistrations.class);
  private final UnitKeys keys = UnitKeys.generate(CityOfTests.unitWithoutKeys());

  @BeforeEach
  void anHourHasPassed() {
    CityOfTests.clock().tick(Duration.ofMinutes(61));
  }

  @Test
  void keysCountOnceTwoOperatorsHaveComparedTheFingerprint() {
    var handedIn = register(keys);
    assertThat(handedIn.status()).isEqualTo(Status.WAITING);
    assertThat(handedIn.fingerprint()).isEqualTo(Fingerprint.of(keys.signingKey()).value());
    assertThat(new Door(keys).tokenFor(keys.unitId(), new Door(keys).assertion()).status())
        .isEqualTo(401);

    var waiting = waiting(keys);
    assertThat(waiting.fingerprint().value()).isEqualTo(handedIn.fingerprint());
    assertThat(registrations.confirm(waiting.id(), "Beat"))
        .isEqualTo(new KeyOutcome.Refused("nobody-has-proposed-it"));
    assertThat(registrations.propose(waiting.id(), "Anna")).isInstanceOf(KeyOutcome.Done.class);
    assertThat(registrations.propose(waiting.id(), "Anna")).isInstanceOf(KeyOutcome.Refused.class);
    assertThat(registrations.confirm(waiting.id(), " anna "))
        .isEqualTo(new KeyOutcome.Refused("needs-a-second-operator"));
    assertThat(register(keys).status()).isEqualTo(Status.WAITING);
    assertThat(registrations.confirm(waiting.id(), "Beat")).isInstanceOf(KeyOutcome.Done.class);
    assertThat(registrations.confirm(waiting.id(), "Beat")).isInstanceOf(KeyOutcome.Refused.class);

    assertThat(register(keys).status()).isEqualTo(Status.CONFIRMED);
    await()
        .untilAsserted(() ->
            assertThat(new Mailbox().awaitMail(NORA, "Die Schlüssel gelten").text())
                .contains(handedIn.fingerprint()));
    Residents.annaSends(keys);
    assertThat(opened(keys)).isEqualTo(1);
  }

  @Test
  void aRotationLosesNothing() {
    letIn(keys);
    Residents.annaSends(keys);
    var both = keys.withNext();
    Residents.annaSends(keys);

    var rotated = rotate(both);
    assertThat(rotated.status()).isEqualTo(Status.CONFIRMED);
    assertThat(rotated.keys())
        .filteredOn(key -> key.use().equals("enc"))
        .extracting(KeyInUse::counts, KeyInUse::sealed)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple(false, 2),
            org.assertj.core.groups.Tuple.tuple(true, 0));
    assertThat(rotate(both)).isEqualTo(rotated); // the answer was lost: said again

    Residents.annaSends(keys);
    assertThat(opened(both)).as("a program that still signs as before").isEqualTo(3);
    CityOfTests.clock().tick(Duration.ofHours(25));
    assertThat(new Door(keys).tokenFor(keys.unitId(), new Door(keys).assertion()).status())
        .isEqualTo(401);
    Residents.annaSends(keys);
    assertThat(opened(both.rotated())).isEqualTo(1);
    assertThat(inUse(both.rotated())).allMatch(KeyInUse::counts);
  }

  @Test
  void aRevokedKeySaysNothingMoreButOpensWhatWasSealedForIt() {
    letIn(keys);
    Residents.annaSends(keys);
    var old =
        registrations.all().stream()
            .filter(one -> one.unit().value().equals(keys.unitId()))
            .findFirst()
            .orElseThrow();
    assertThat(registrations.revoke(old.id(), "Anna")).isInstanceOf(KeyOutcome.Done.class);
    assertThat(registrations.revoke(old.id(), "Anna")).isInstanceOf(KeyOutcome.Refused.class);

    assertThat(new Door(keys).tokenFor(keys.unitId(), new Door(keys).assertion()).status())
        .isEqualTo(401);
    assertThat(refused(() -> register(keys))).isEqualTo("revoked-key");
    var next = keys.withNext();
    assertThat(refused(() -> rotate(next))).isEqualTo("unknown-key");
    letIn(next);
    assertThat(inUse(next.rotated())).anyMatch(key -> !key.counts() && key.sealed() == 1);
    assertThat(opened(next.rotated())).isEqualTo(1);
  }

  @Test
  void refusesKeysThatMustNotBeUsed() throws Exception {
    var sig = keys.signingKey();
    var enc = ec("e", KeyUse.ENCRYPTION);
    assertThat(refusal(sig)).isEqualTo("needs-a-key-that-opens-and-one-that-signs");
    assertThat(
            refusal(
                sig,
                new ECKeyGenerator(Curve.P_521).keyID("w").keyUse(KeyUse.ENCRYPTION).generate()))
        .isEqualTo("weak-or-unfit-keys");
    assertThat(
            refusal(sig, new RSAKeyGenerator(2048).keyID("w").keyUse(KeyUse.ENCRYPTION).generate()))
        .isEqualTo("weak-or-unfit-keys");
    assertThat(
            refusal(
                sig, new ECKey.Builder((ECKey) sig).keyID("e").keyUse(KeyUse.ENCRYPTION).build()))
        .isEqualTo("one-key-for-two-purposes");
    assertThat(refusal(sig, new ECKey.Builder(enc).keyID("<b>").build())).isEqualTo("odd-key-id");
    var published =
        JWKSet.parse(
            Json.mapper()
                .readTree(ContractFiles.find("conformance/unit.json").orElseThrow())
                .get("keys")
                .toString());
    assertThat(refusal(sig, published.getKeys().getFirst())).isEqualTo("published-example-key");
    var many = new ArrayList<JWK>(List.of(sig));
    for (int i = 0; i < 10; i++) {
      many.add(ec("e" + i, KeyUse.ENCRYPTION));
    }
    assertThat(refusal(many.toArray(JWK[]::new))).isEqualTo("too-many-keys");
    assertThat(refused(() -> register(keys, "niemand", null))).isEqualTo("no-contact-address");
    for (var push :
        List.of("http://amt.example/x", "ftp://amt.example", "https://a:b@amt.example")) {
      assertThat(refused(() -> register(keys, NORA, URI.create(push))))
          .isEqualTo("push-address-is-not-https");
    }
  }

  @Test
  void refusesKeysOfSomebodyElse() {
    var office = CityOfTests.office(); // its keys are in a file
    var theirs = office.publicJwks().getKeys().getFirst();
    assertThat(refusal(keys.signingKey(), theirs)).isEqualTo("key-of-somebody-else");

    letIn(keys);
    var other = UnitKeys.generate(CityOfTests.unitWithoutKeys());
    var stolen = keys.publicJwks().getKeys().getFirst();
    assertThat(refused(other, other.signingKey(), other.signingKey(), stolen))
        .isEqualTo("key-of-somebody-else");
    assertThatThrownBy(() -> register(UnitKeys.generate("gibt-es-nicht")))
        .isInstanceOfSatisfying(
            PortalRefused.class, e -> assertThat(e.problem().status()).isEqualTo(404));
    var sameName = new ECKey.Builder(ec("x", KeyUse.ENCRYPTION)).keyID(stolen.getKeyID()).build();
    assertThat(refusal(ec("s", KeyUse.SIGNATURE), sameName)).isEqualTo("key-id-is-taken");
  }

  @Test
  void believesNothingThatIsOldForeignOrForged() {
    letIn(keys);
    var next = keys.withNext();
    var signed = signed(next);
    assertThat(post(Rotation.sign(signed, ec("fremd", KeyUse.SIGNATURE))).body())
        .contains("unknown-key");
    var forged =
        new ECKey.Builder(ec("x", KeyUse.SIGNATURE)).keyID(keys.signingKey().getKeyID()).build();
    assertThat(post(Rotation.sign(signed, forged)).body()).contains("wrong-signature");
    assertThat(post(signed.substring(0, signed.length() - 6) + "AAAAAA").status()).isEqualTo(422);
    CityOfTests.clock().tick(Duration.ofMinutes(6));
    assertThat(post(Rotation.sign(signed, keys.signingKey())).body()).contains("wrong-time");
    assertThat(post("").problem()).isEqualTo("registration-refused");
    assertThat(post("a.b.c").problem()).isEqualTo("registration-refused");
    assertThat(post("x".repeat(70_000)).problem()).isEqualTo("too-large");
    assertThat(
            Door.send(
                    Door.to("/contract/v1/registrations")
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString("{}")))
                .problem())
        .isEqualTo("unsupported-media-type");
    assertThat(Door.send(Door.to("/contract/v1/keys")).status()).isEqualTo(401);
  }

  @Test
  void aFloodIsHeldBack() {
    for (int i = 0; i < 10; i++) {
      assertThat(register(UnitKeys.generate(keys.unitId())).status()).isEqualTo(Status.WAITING);
    }
    assertThat(refused(() -> register(UnitKeys.generate(keys.unitId()))))
        .isEqualTo("too-many-are-waiting");
    for (int i = 0; i < 9; i++) {
      post("x");
    }
    assertThat(post("x").problem()).isEqualTo("too-many-requests");
    registrations.all().stream()
        .filter(one -> one.unit().value().equals(keys.unitId()))
        .forEach(one ->
            assertThat(registrations.refuse(one.id(), "Anna")).isInstanceOf(KeyOutcome.Done.class));
    assertThat(registrations.refuse(UUID.randomUUID(), "Anna"))
        .isInstanceOf(KeyOutcome.Refused.class);
    CityOfTests.clock().tick(Duration.ofHours(1));
    assertThat(register(keys).status()).isEqualTo(Status.WAITING);
  }

  private static ECKey ec(String kid, KeyUse use) {
    try {
      return new ECKeyGenerator(Curve.P_256).keyID(kid).keyUse(use).generate();
    } catch (com.nimbusds.jose.JOSEException e) {
      throw new AssertionError(e);
    }
  }

  private static RegistrationStatus register(UnitKeys keys) {
    return register(keys, NORA, null);
  }

  private static RegistrationStatus register(
      UnitKeys keys, String contact, @org.jspecify.annotations.Nullable URI push) {
    try (var enrolment = Enrolment.of(CityOfTests.settings(keys))) {
      return enrolment.register(contact, push);
    }
  }

  private static RegistrationStatus rotate(UnitKeys keys) {
    try (var enrolment = Enrolment.of(CityOfTests.settings(keys))) {
      return enrolment.rotate(NORA, null);
    }
  }

  private static List<KeyInUse> inUse(UnitKeys keys) {
    try (var enrolment = Enrolment.of(CityOfTests.settings(keys))) {
      return enrolment.keysInUse();
    }
  }

  private void letIn(UnitKeys keys) {
    register(keys);
    var id = waiting(keys).id();
    registrations.propose(id, "Anna");
    assertThat(registrations.confirm(id, "Beat")).isInstanceOf(KeyOutcome.Done.class);
  }

  private KeyRegistration waiting(UnitKeys keys) {
    return registrations.all().stream()
        .filter(one -> one.unit().value().equals(keys.unitId()))
        .filter(one -> one.state() == KeyRegistration.State.WAITING)
        .findFirst()
        .orElseThrow();
  }

  /** How many requests the unit's own system opened. */
  private static int opened(UnitKeys keys) {
    try (var unit = CityOfTests.connect(keys)) {
      return unit.receiveOnce(_ -> Outcome.accepted(), 10, Duration.ZERO).accepted();
    }
  }

  private String refusal(JWK signs, JWK... others) {
    var all = new ArrayList<>(List.of(signs));
    all.addAll(List.of(others));
    return refused(keys, signs, all.toArray(JWK[]::new));
  }

  private String refusal(JWK[] all) {
    return refused(keys, all[0], all);
  }

  private static String refused(UnitKeys unit, JWK signs, JWK... all) {
    var registration =
        new Registration(
            unit.unitId(), new JWKSet(List.of(all)).toPublicJWKSet(), NORA, null, signs.getKeyID());
    var answer = post(registration.sign(address(), CityOfTests.clock().instant(), signs));
    assertThat(answer.problem()).isEqualTo("registration-refused");
    return Json.mapper().readTree(answer.body()).get("detail").asString();
  }

  /** A registration of the unit's last keys. */
  private static String signed(UnitKeys keys) {
    var all = keys.privateJwks().getKeys();
    var signs = all.getLast();
    return new Registration(
            keys.unitId(),
            new JWKSet(List.of(signs, all.get(all.size() - 2))).toPublicJWKSet(),
            NORA,
            null,
            signs.getKeyID())
        .sign(address(), CityOfTests.clock().instant(), signs);
  }

  private static String refused(Runnable attempt) {
    try {
      attempt.run();
    } catch (PortalRefused e) {
      return String.valueOf(e.problem().detail());
    }
    throw new AssertionError("was not refused");
  }

  private static String address() {
    return CityOfTests.portal().address().toString();
  }

  private static Door.Answer post(String jws) {
    return Door.send(
        Door.to("/contract/v1/registrations")
            .header("Content-Type", "application/jwt")
            .POST(BodyPublishers.ofString(jws)));
  }
}
