package ch.meinkonto.connector.sftp;

import ch.meinkonto.connector.yaml.Secret;
import ch.meinkonto.connector.yaml.YamlMap;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.util.List;
import java.util.Optional;
import org.apache.sshd.client.ClientBuilder;
import org.apache.sshd.client.SshClient;
import org.apache.sshd.client.auth.UserAuthFactory;
import org.apache.sshd.client.auth.password.UserAuthPasswordFactory;
import org.apache.sshd.client.auth.pubkey.UserAuthPublicKeyFactory;
import org.apache.sshd.client.config.hosts.HostConfigEntryResolver;
import org.apache.sshd.common.config.keys.FilePasswordProvider;
import org.apache.sshd.common.keyprovider.KeyIdentityProvider;
import org.apache.sshd.common.util.security.SecurityUtils;
import org.jspecify.annotations.Nullable;

/**
 * How the connector logs in: with a private key, or else with a password. Both are read at each
 * connection, so that they may change.
 */
record Login(
    String user, @Nullable Path key, @Nullable Secret passphrase, @Nullable Secret password) {

  static Optional<Login> read(YamlMap options) {
    Optional<String> user = options.text("user");
    boolean byKey = options.keys().contains("private-key");
    if (byKey == options.keys().contains("password")) {
      options.finding("either “private-key” or “password” must say how to log in");
      return Optional.empty();
    }
    if (!byKey) {
      Optional<Secret> password = options.secret("password");
      return user.flatMap(name -> password.map(one -> new Login(name, null, null, one)));
    }
    Optional<Path> key = options.path("private-key");
    Secret passphrase =
        options.keys().contains("passphrase") ? options.secret("passphrase").orElse(null) : null;
    return user.flatMap(name -> key.map(path -> new Login(name, path, passphrase, null)));
  }

  /** A client that logs in like this and in no other way, whatever lies in the home folder. */
  SshClient client() {
    SshClient client =
        ClientBuilder.builder().hostConfigEntryResolver(HostConfigEntryResolver.EMPTY).build();
    Secret word = password;
    UserAuthFactory way =
        word == null ? UserAuthPublicKeyFactory.INSTANCE : UserAuthPasswordFactory.INSTANCE;
    client.setUserAuthFactories(List.of(way));
    client.setKeyIdentityProvider(
        word == null ? _ -> keys() : KeyIdentityProvider.EMPTY_KEYS_PROVIDER);
    if (word != null) {
      client.setPasswordIdentityProvider(_ -> List.of(word.reveal()));
    }
    return client;
  }

  private Iterable<KeyPair> keys() throws IOException, GeneralSecurityException {
    Secret word = passphrase;
    FilePasswordProvider opening =
        word == null ? FilePasswordProvider.EMPTY : FilePasswordProvider.of(word.reveal());
    return SecurityUtils.getKeyPairResourceParser().loadKeyPairs(null, key, opening);
  }

  /** Fails if what is needed cannot be read; the message is for the operator. */
  void check() throws IOException {
    try {
      if (password != null) {
        password.reveal();
      } else if (!keys().iterator().hasNext()) {
        throw new IOException("there is no private key in " + key);
      }
    } catch (NoSuchFileException e) {
      throw new IOException("there is no file " + e.getFile());
    } catch (GeneralSecurityException | RuntimeException e) {
      throw new IOException(
          "the private key %s cannot be read (%s)".formatted(key, e.getClass().getSimpleName()));
    }
  }

  @Override
  public String toString() {
    return user;
  }
}
