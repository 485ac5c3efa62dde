package ch.meinkonto.sso;

import static java.nio.charset.StandardCharsets.UTF_8;

import ch.meinkonto.platform.crypto.LookupHash;
import ch.meinkonto.platform.crypto.MasterKey;
import ch.meinkonto.platform.crypto.RandomTokens;
import ch.meinkonto.platform.crypto.SealedColumn;
import ch.meinkonto.platform.database.Erasure;
import java.net.URLEncoder;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * Requests that wait: until somebody has logged in or agreed, or, pushed ahead by an application
 * (RFC 9126), for the browser. Both have the same kind of address.
 */
@Component
class PendingRequests {

  /** How long somebody may take to log in, register or think it over. */
  static final Duration LIFE = Duration.ofHours(1);

  private static final String URN = "urn:ietf:params:oauth:request_uri:";

  private final JdbcClient jdbc;
  private final LookupHash hash;
  private final MasterKey masterKey;
  private final JsonMapper json;
  private final Clock clock;

  PendingRequests(
      JdbcClient jdbc, LookupHash hash, MasterKey masterKey, JsonMapper json, Clock clock) {
    this.jdbc = jdbc;
    this.hash = hash;
    this.masterKey = masterKey;
    this.json = json;
    this.clock = clock;
  }

  /** A request as it came. */
  record Pending(Instant begun, Map<String, String> parameters) {}

  /** Keeps a request; returns its {@code request_uri}. */
  String keep(Map<String, String> parameters, Instant begun) {
    var reference = RandomTokens.next();
    var id = id(reference);
    jdbc.sql("INSERT INTO sso_request (id, sealed, ends_at) VALUES (:id, :sealed, :end)")
        .param("id", id)
        .param(
            "sealed",
            masterKey.seal(json.writeValueAsBytes(new Pending(begun, parameters)), context(id)))
        .param("end", clock.instant().plus(LIFE).atOffset(ZoneOffset.UTC))
        .update();
    return URN + reference;
  }

  /** Whether this names a request that waits here, or once did. */
  static boolean isOne(String requestUri) {
    return requestUri.startsWith(URN);
  }

  Optional<Pending> find(String requestUri) {
    if (!isOne(requestUri)) {
      return Optional.empty();
    }
    var id = id(requestUri.substring(URN.length()));
    return jdbc.sql("SELECT sealed FROM sso_request WHERE id = :id AND ends_at > :now")
        .param("id", id)
        .param("now", clock.instant().atOffset(ZoneOffset.UTC))
        .query(byte[].class)
        .optional()
        .map(sealed -> json.readValue(masterKey.open(sealed, context(id)), Pending.class));
  }

  /** The application has its answer; false when it had it already. */
  boolean answered(String requestUri) {
    return jdbc.sql("DELETE FROM sso_request WHERE id = :id")
            .param("id", id(requestUri.substring(URN.length())))
            .update()
        == 1;
  }

  int eraseOld() {
    var now = clock.instant().atOffset(ZoneOffset.UTC);
    return Erasure.erase(jdbc, "sso_request", "id", "ends_at", now);
  }

  /** Where the browser goes on with it. */
  static String address(String client, String requestUri) {
    return "%s?client_id=%s&request_uri=%s"
        .formatted(
            SsoPaths.AUTHORIZE,
            URLEncoder.encode(client, UTF_8),
            URLEncoder.encode(requestUri, UTF_8));
  }

  @Bean
  static SealedColumn<byte[]> sealedRequests() {
    return SealedColumn.of(
        "waiting requests of applications",
        "sso_request",
        "id",
        byte[].class,
        "sealed",
        PendingRequests::context);
  }

  private byte[] id(String reference) {
    return hash.of("sso-request", reference);
  }

  private static String context(byte[] id) {
    return "sso_request/" + HexFormat.of().formatHex(id);
  }
}
