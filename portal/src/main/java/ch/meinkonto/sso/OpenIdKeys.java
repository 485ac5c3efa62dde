package ch.meinkonto.sso;

import static java.nio.charset.StandardCharsets.UTF_8;

import ch.meinkonto.platform.crypto.MasterKey;
import ch.meinkonto.platform.crypto.SealedColumn;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The keys that sign what applications believe, the same at all nodes: RS256, which every
 * application must be able to verify (OpenID Connect Core §15.1). A new key is published before it
 * signs, and an old one for as long as somebody may show what it signed.
 */
@Component
class OpenIdKeys {

  /** How long a key signs. */
  static final Duration SIGNS = Duration.ofDays(90);

  /** How long before it signs a key is published. */
  static final Duration AHEAD = Duration.ofDays(1);

  /** How long a key is published after another one took over. */
  static final Duration AFTER = Duration.ofDays(30);

  private static final Duration REMEMBERED = Duration.ofMinutes(1);

  /** As strong as 128 bits (NIST SP 800-57, part 1, table 2; OWASP ASVS 5.0, 11.2.3). */
  private static final int BITS = 3072;

  private final JdbcClient jdbc;
  private final MasterKey masterKey;
  private final Clock clock;
  private volatile @Nullable Known known;

  OpenIdKeys(JdbcClient jdbc, MasterKey masterKey, Clock clock) {
    this.jdbc = jdbc;
    this.masterKey = masterKey;
    this.clock = clock;
  }

  private record Known(List<Key> keys, Instant until) {}

  private record Key(int generation, RSAKey key, Instant signsFrom) {}

  private record Row(int generation, byte[] sealed, OffsetDateTime signsFrom) {}

  /** The key to sign with, private part included. */
  RSAKey current() {
    var now = clock.instant();
    return keys().stream()
        .filter(key -> !key.signsFrom().isAfter(now))
        .findFirst()
        .orElseGet(() -> keys().getLast())
        .key();
  }

  /** What others verify signatures with. */
  JWKSet published() {
    return new JWKSet(keys().stream().map(key -> (JWK) key.key().toPublicJWK()).toList());
  }

  /**
   * Makes the next key when it is time, or the newest too weak, and forgets those that are over.
   */
  void rotate() {
    var all = read();
    if (!all.isEmpty()) {
      var newest = all.getFirst();
      var takesOver = newest.signsFrom().plus(SIGNS);
      if (!takesOver.minus(AHEAD).isAfter(clock.instant()) || newest.key().size() < BITS) {
        add(newest.generation() + 1, clock.instant().plus(AHEAD));
      }
      forgetOld();
    }
    known = null;
  }

  private void forgetOld() {
    jdbc.sql(
            """
            DELETE FROM sso_signing_key AS old WHERE EXISTS (
              SELECT 1 FROM sso_signing_key AS newer
              WHERE newer.generation > old.generation AND newer.signs_from < :end)
            """)
        .param("end", clock.instant().minus(AFTER).atOffset(ZoneOffset.UTC))
        .update();
  }

  private List<Key> keys() {
    var remembered = known;
    if (remembered == null || remembered.until().isBefore(clock.instant())) {
      var keys = read();
      if (keys.isEmpty()) {
        add(1, clock.instant());
        keys = read();
      }
      remembered = new Known(keys, clock.instant().plus(REMEMBERED));
      known = remembered;
    }
    return remembered.keys();
  }

  private List<Key> read() {
    return jdbc
        .sql("SELECT generation, sealed, signs_from FROM sso_signing_key ORDER BY generation DESC")
        .query(Row.class)
        .list()
        .stream()
        .map(this::open)
        .toList();
  }

  private Key open(Row row) {
    var json = new String(masterKey.open(row.sealed(), context(row.generation())), UTF_8);
    try {
      return new Key(row.generation(), RSAKey.parse(json), row.signsFrom().toInstant());
    } catch (ParseException e) {
      throw new IllegalStateException("A key of single sign-on is damaged", e);
    }
  }

  /** Of two nodes that make the same generation, one wins. */
  private void add(int generation, Instant signsFrom) {
    jdbc.sql(
            """
            INSERT INTO sso_signing_key (generation, sealed, signs_from)
            VALUES (:generation, :sealed, :from) ON CONFLICT DO NOTHING
            """)
        .param("generation", generation)
        .param("sealed", masterKey.seal(generate(), context(generation)))
        .param("from", signsFrom.atOffset(ZoneOffset.UTC))
        .update();
  }

  private static byte[] generate() {
    try {
      return new RSAKeyGenerator(BITS)
          .keyUse(KeyUse.SIGNATURE)
          .algorithm(JWSAlgorithm.RS256)
          .keyIDFromThumbprint(true)
          .generate()
          .toJSONString()
          .getBytes(UTF_8);
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }

  @Bean
  static SealedColumn<Integer> sealedSigningKeys() {
    return SealedColumn.of(
        "keys of single sign-on",
        "sso_signing_key",
        "generation",
        Integer.class,
        "sealed",
        OpenIdKeys::context);
  }

  private static String context(int generation) {
    return "sso_signing_key/" + generation;
  }
}
