package ch.meinkonto.platform.crypto;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Secrets that the portal makes for itself and shares among its nodes, sealed with the master key.
 */
@Component
public class Secrets {

  private final JdbcClient jdbc;
  private final MasterKey masterKey;

  Secrets(JdbcClient jdbc, MasterKey masterKey) {
    this.jdbc = jdbc;
    this.masterKey = masterKey;
  }

  /** The secret of that name, made by {@code create} when there is none; the same on every node. */
  public byte[] named(String name, Supplier<byte[]> create) {
    return find(name)
        .orElseGet(() -> {
          jdbc.sql(
                  "INSERT INTO platform_secret (name, sealed) VALUES (:name, :sealed)"
                      + " ON CONFLICT (name) DO NOTHING")
              .param("name", name)
              .param("sealed", masterKey.seal(create.get(), context(name)))
              .update();
          return find(name).orElseThrow();
        });
  }

  /**
   * Gives the secret of that name another content; the one before is kept under {@code former}.
   * Other nodes find it when they look again.
   */
  @Transactional
  void replace(String name, String former, byte[] content) {
    var before =
        find(name).orElseThrow(() -> new IllegalStateException("There is no secret " + name));
    put(former, before);
    put(name, content);
  }

  void forget(String name) {
    jdbc.sql("DELETE FROM platform_secret WHERE name = :name").param("name", name).update();
  }

  private void put(String name, byte[] content) {
    jdbc.sql(
            """
            INSERT INTO platform_secret (name, sealed) VALUES (:name, :sealed)
            ON CONFLICT (name) DO UPDATE SET sealed = excluded.sealed, created_at = excluded.created_at\
            """)
        .param("name", name)
        .param("sealed", masterKey.seal(content, context(name)))
        .update();
  }

  @Bean
  static SealedColumn<String> sealedSecrets() {
    return SealedColumn.of(
        "secrets of the portal",
        "platform_secret",
        "name",
        String.class,
        "sealed",
        Secrets::context);
  }

  /** Since when there is the secret of that name. */
  Instant since(String name) {
    return jdbc.sql("SELECT created_at FROM platform_secret WHERE name = :name")
        .param("name", name)
        .query(OffsetDateTime.class)
        .single()
        .toInstant();
  }

  Optional<byte[]> find(String name) {
    return jdbc.sql("SELECT sealed FROM platform_secret WHERE name = :name")
        .param("name", name)
        .query(byte[].class)
        .optional()
        .map(sealed -> masterKey.open(sealed, context(name)));
  }

  private static String context(String name) {
    return "platform_secret/" + name;
  }
}
