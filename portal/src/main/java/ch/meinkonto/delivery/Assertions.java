package ch.meinkonto.delivery;

import ch.meinkonto.contract.Checked.Invalid;
import ch.meinkonto.contract.Checked.Valid;
import ch.meinkonto.contract.ClientAssertion;
import ch.meinkonto.directory.UnitId;
import ch.meinkonto.directory.UnitKeys;
import ch.meinkonto.platform.PortalSettings;
import ch.meinkonto.platform.crypto.LookupHash;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Set;
import java.util.regex.Pattern;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Believes a unit that signs who it is (RFC 7523), once for each signature. */
@Component
class Assertions {

  private static final Pattern UNIT_ID = Pattern.compile("[a-z0-9][a-z0-9-]{0,62}");

  private final UnitKeys keys;
  private final JdbcClient jdbc;
  private final LookupHash hash;
  private final Set<String> audiences;
  private final Clock clock;

  Assertions(
      UnitKeys keys, JdbcClient jdbc, LookupHash hash, PortalSettings settings, Clock clock) {
    this.keys = keys;
    this.jdbc = jdbc;
    this.hash = hash;
    this.audiences =
        Set.of(settings.url(ContractPaths.TOKEN).toString(), settings.baseUrl().toString());
    this.clock = clock;
  }

  boolean believe(String unit, String assertion) {
    if (!UNIT_ID.matcher(unit).matches()) {
      return false;
    }
    return keys.keys(new UnitId(unit))
        .map(known -> ClientAssertion.verify(assertion, known, unit, audiences, clock.instant()))
        .map(checked ->
            switch (checked) {
              case Valid<ClientAssertion>(var valid) -> firstUse(valid);
              case Invalid<ClientAssertion> _ -> false;
            })
        .orElse(false);
  }

  private boolean firstUse(ClientAssertion assertion) {
    return jdbc.sql(
                """
                INSERT INTO delivery_assertion (id, expires_at) VALUES (:id, :expires)
                ON CONFLICT DO NOTHING\
                """)
            .param("id", hash.of("delivery-assertion", assertion.unit() + "\n" + assertion.id()))
            .param("expires", assertion.expiresAt().atOffset(ZoneOffset.UTC))
            .update()
        == 1;
  }

  int forget(Instant now) {
    return jdbc.sql("DELETE FROM delivery_assertion WHERE expires_at < :now")
        .param("now", now.atOffset(ZoneOffset.UTC))
        .update();
  }
}
