package ch.meinkonto.operations;

import static org.assertj.core.api.Assertions.assertThat;

import ch.meinkonto.account.AccountId;
import ch.meinkonto.directory.UnitId;
import ch.meinkonto.operations.KeyRing.State;
import ch.meinkonto.platform.Command;
import ch.meinkonto.platform.Ids;
import ch.meinkonto.platform.PortalSettings;
import ch.meinkonto.testing.Colleagues;
import ch.meinkonto.testing.LongTime;
import ch.meinkonto.testing.Mailbox;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import java.nio.file.Files;
import java.time.Duration;
import java.util.Date;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Keys come, count for a while, and end. */
class KeyRingTest {

  private static final UnitId UNIT = new UnitId("geomatik-vermessung");

  private final Colleagues colleagues =
      new Colleagues(
          LongTime.portal().address().getPort(),
          LongTime.portal().address(),
          new Mailbox(),
          LongTime.portal().beans(Command.class));

  @Test
  void aKeyThatEndsSoonAsksForItsSuccessor() throws Exception {
    var sina = colleagues.hire("Sina", "service-owner", UNIT.value()).browser();
    assertThat(state()).isEqualTo(State.MISSING);
    assertThat(sina.get("/betrieb").body()).contains("Ein Amt kann nichts empfangen");

    var now = LongTime.clock().instant();
    var key =
        new ECKeyGenerator(Curve.P_256)
            .keyUse(KeyUse.ENCRYPTION)
            .keyID("enc-eins")
            .issueTime(Date.from(now))
            .expirationTime(Date.from(now.plus(Duration.ofDays(31))))
            .generate();
    var file = LongTime.bean(PortalSettings.class).unitKeysDir().resolve(UNIT + ".jwks.json");
    Files.writeString(file, new JWKSet(key).toString(true));
    try {
      assertThat(state()).isEqualTo(State.FINE);
      assertThat(sina.get(KeyPages.PATH).body()).contains("enc-eins", "jetzt in Gebrauch");
      LongTime.clock().tick(Duration.ofDays(2));
      assertThat(state()).isEqualTo(State.EXPIRING);
      LongTime.clock().tick(Duration.ofDays(29));
      assertThat(state()).isEqualTo(State.MISSING);
    } finally {
      Files.delete(file);
    }
  }

  @Test
  void thePortalsOwnKeysHaveAnAge() {
    var rita = colleagues.hire("Rita", "auditor").browser();
    assertThat(rita.get(KeyPages.PATH).body())
        .contains("Quittungen und Zugänge", "Anmeldung bei anderen", "webhook-", "Schulamt");
  }

  private static State state() {
    var rita = new StaffMember(new AccountId(Ids.next()), Role.AUDITOR, Set.of());
    return LongTime.bean(KeyRing.class).of(rita).stream()
        .filter(held -> held.unit().equals(UNIT))
        .findFirst()
        .orElseThrow()
        .state();
  }
}
