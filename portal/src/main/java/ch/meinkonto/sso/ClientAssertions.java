package ch.meinkonto.sso;

import ch.meinkonto.contract.Checked.Invalid;
import ch.meinkonto.contract.Checked.Valid;
import ch.meinkonto.contract.ClientAssertion;
import ch.meinkonto.platform.PortalSettings;
import ch.meinkonto.platform.crypto.LookupHash;
import ch.meinkonto.platform.database.Erasure;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtDecoderFactory;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.stereotype.Component;

/**
 * Believes an application that signs who it is ({@code private_key_jwt}, RFC 7523), once for each
 * signature.
 */
@Component
class ClientAssertions implements JwtDecoderFactory<RegisteredClient> {

  private final RegisteredApplications applications;
  private final JdbcClient jdbc;
  private final LookupHash hash;
  private final Set<String> audiences;
  private final Clock clock;

  ClientAssertions(
      RegisteredApplications applications,
      JdbcClient jdbc,
      LookupHash hash,
      PortalSettings settings,
      Clock clock) {
    this.applications = applications;
    this.jdbc = jdbc;
    this.hash = hash;
    this.audiences =
        Set.of(
            settings.baseUrl().toString(),
            settings.url(SsoPaths.TOKEN).toString(),
            settings.url(SsoPaths.PUSHED).toString(),
            settings.url(SsoPaths.REVOKE).toString());
    this.clock = clock;
  }

  @Override
  public JwtDecoder createDecoder(RegisteredClient client) {
    return assertion -> decode(client.getClientId(), assertion);
  }

  private Jwt decode(String client, String assertion) {
    var keys =
        applications.keys(client).orElseThrow(() -> new BadJwtException("No keys are known"));
    return switch (ClientAssertion.verify(assertion, keys, client, audiences, clock.instant())) {
      case Valid<ClientAssertion>(var valid) when firstUse(valid) ->
          Jwt.withTokenValue(assertion)
              .header("typ", "JWT")
              .subject(client)
              .jti(valid.id())
              .build();
      case Valid<ClientAssertion> _ -> throw new BadJwtException("Used before");
      case Invalid<ClientAssertion>(var flaw) -> throw new BadJwtException(flaw.name());
    };
  }

  private boolean firstUse(ClientAssertion assertion) {
    return jdbc.sql(
                "INSERT INTO sso_assertion (id, ends_at) VALUES (:id, :end) ON CONFLICT DO NOTHING")
            .param("id", hash.of("sso-assertion", assertion.unit() + "\n" + assertion.id()))
            .param("end", assertion.expiresAt().atOffset(ZoneOffset.UTC))
            .update()
        == 1;
  }

  int eraseOld() {
    var now = clock.instant().atOffset(ZoneOffset.UTC);
    return Erasure.erase(jdbc, "sso_assertion", "id", "ends_at", now);
  }
}
