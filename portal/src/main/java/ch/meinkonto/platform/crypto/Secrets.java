package ch.meinkonto.platform.crypto;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Secrets that the portal makes for itself and shares among its nodes, sealed with the master key.
 */
@Component
public class Secrets implements UnderMasterKey {

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

  @Override
  public String what() {
    return "secrets of the portal";
  }

  @Override
  public int left() {
    return outdated().size();
  }

  @Override
  public int sealAnew() {
    var outdated = outdated();
    for (var secret : outdated) {
      jdbc.sql("UPDATE platform_secret SET sealed = :anew WHERE name = :name AND sealed = :sealed")
          .param(
              "anew",
              masterKey.seal(
                  masterKey.open(secret.sealed(), context(secret.name())), context(secret.name())))
          .param("name", secret.name())
          .param("sealed", secret.sealed())
          .update();
    }
    return outdated.size();
  }

  record Sealed(String name, byte[] sealed) {}

  private List<Sealed> outdated() {
    return jdbc.sql("SELECT name, sealed FROM platform_secret").query(Sealed.class).list().stream()
        .filter(secret -> !masterKey.isNewest(secret.sealed()))
        .toList();
  }

  private Optional<byte[]> find(String name) {
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
