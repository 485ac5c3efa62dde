package ch.meinkonto.connector.sftp;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.SocketAddress;
import java.security.PublicKey;
import java.util.Comparator;
import java.util.List;
import org.apache.sshd.client.ClientBuilder;
import org.apache.sshd.client.SshClient;
import org.apache.sshd.client.keyverifier.ServerKeyVerifier;
import org.apache.sshd.client.session.ClientSession;
import org.apache.sshd.common.NamedResource;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.common.keyprovider.KeyPairProvider;
import org.apache.sshd.core.CoreModuleProperties;
import org.apache.sshd.sftp.client.SftpVersionSelector;
import org.jspecify.annotations.Nullable;
import org.springframework.integration.sftp.session.DefaultSftpSessionFactory;
import org.springframework.integration.sftp.session.SftpSession;

/** Opens sessions with a server whose key is known. */
final class Sessions extends DefaultSftpSessionFactory implements ServerKeyVerifier {

  /** Old and everywhere; among the newer ones there is none that all servers understand. */
  private static final int[] VERSIONS = {3, 4, 5, 6};

  private static final String SHA1 = "ssh-rsa";

  private static final List<String> USUAL =
      List.of(
          KeyPairProvider.SSH_ED25519,
          KeyPairProvider.ECDSA_SHA2_NISTP256,
          KeyPairProvider.SSH_RSA);

  private final SshClient client;
  private final SftpPlan plan;
  private volatile @Nullable String refused;

  Sessions(SftpPlan plan) {
    this(plan, plan.login().client());
  }

  private Sessions(SftpPlan plan, SshClient client) {
    super(client, false);
    this.plan = plan;
    this.client = client;
    client.setServerKeyVerifier(this);
    CoreModuleProperties.IDLE_TIMEOUT.set(client, plan.rhythm().timeout());
    CoreModuleProperties.AUTH_TIMEOUT.set(client, plan.rhythm().timeout());
    CoreModuleProperties.IO_CONNECT_TIMEOUT.set(client, plan.rhythm().timeout());
    setHost(plan.address().host());
    setPort(plan.address().port());
    setUser(plan.login().user());
    setTimeout((int) plan.rhythm().timeout().toMillis());
    setSftpVersionSelector(SftpVersionSelector.preferredVersionSelector(VERSIONS));
  }

  /** One after the other: what the server is asked for belongs to the client. */
  @Override
  public synchronized SftpSession getSession() {
    List<String> types = types();
    for (int i = 0; ; i++) {
      refused = null;
      ask(types.get(i));
      try {
        return super.getSession();
      } catch (IllegalStateException e) {
        if (refused == null || i == types.size() - 1) {
          throw e;
        }
      }
    }
  }

  /** The types of keys to ask for; a fingerprint does not tell its type. */
  private List<String> types() {
    try {
      plan.login().check();
      List<String> known = known().types().values().stream().distinct().sorted().toList();
      return known.isEmpty() || known.contains("") ? USUAL : known;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private HostKeys.Known known() throws IOException {
    return plan.hostKeys().of(plan.address().host(), plan.address().port());
  }

  /** A server has keys of several types: it is asked for one of this type first. */
  private void ask(String type) {
    client.setSignatureFactories(
        ClientBuilder.setUpDefaultSignatureFactories(true).stream()
            .filter(one -> !one.getName().equals(SHA1))
            .sorted(
                Comparator.comparing((NamedResource one) ->
                    !KeyUtils.getCanonicalKeyType(one.getName())
                        .equals(KeyUtils.getCanonicalKeyType(type))))
            .toList());
  }

  @Override
  public boolean verifyServerKey(ClientSession session, SocketAddress remote, PublicKey key) {
    String shown = KeyUtils.getFingerPrint(key);
    try {
      if (known().has(shown)) {
        return true;
      }
    } catch (IOException unreadable) {
      return false;
    }
    refused =
        "it shows the %s key %s, which is not in %s: perhaps it is not the unit's server; ask its operator"
            .formatted(KeyUtils.getKeyType(key), shown, plan.hostKeys().source());
    return false;
  }

  /** What was wrong with the server's key at the last try. */
  @Nullable String refused() {
    return refused;
  }

  @Override
  public void destroy() {
    super.destroy();
    client.stop();
  }
}
