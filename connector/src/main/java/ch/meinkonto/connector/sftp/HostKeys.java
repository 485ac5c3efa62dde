package ch.meinkonto.connector.sftp;

import ch.meinkonto.connector.yaml.YamlMap;
import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.sshd.client.config.hosts.KnownHostEntry;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.common.config.keys.PublicKeyEntryResolver;
import org.jspecify.annotations.Nullable;

/**
 * By what keys the unit's server is known. There is no way to trust just any key.
 *
 * @param knownHosts a file as OpenSSH has it; read at each connection, so that it may change
 * @param fingerprints as {@code ssh-keygen -l} shows them
 */
record HostKeys(@Nullable Path knownHosts, List<String> fingerprints) {

  private static final Pattern FINGERPRINT = Pattern.compile("SHA256:[A-Za-z0-9+/]{43}");

  /**
   * The keys of one server.
   *
   * @param types the types of these keys, as far as they are known; by fingerprint
   */
  record Known(Map<String, String> types, Set<String> revoked) {

    boolean has(String fingerprint) {
      return types.containsKey(fingerprint) && !revoked.contains(fingerprint);
    }
  }

  static Optional<HostKeys> read(YamlMap options) {
    boolean byFile = options.keys().contains("known-hosts");
    if (byFile == options.keys().contains("host-key")) {
      options.finding("either “known-hosts” or “host-key” must say how the server is recognised");
      return Optional.empty();
    }
    if (byFile) {
      return options.path("known-hosts").map(path -> new HostKeys(path, List.of()));
    }
    List<String> fingerprints =
        List.of(options.text("host-key").orElse("").strip().split(" +", -1));
    if (!fingerprints.stream().allMatch(one -> FINGERPRINT.matcher(one).matches())) {
      options.finding("host-key", "must be a fingerprint as “ssh-keygen -l” shows it: SHA256:…");
    }
    return Optional.of(new HostKeys(null, fingerprints));
  }

  /** What is known of a server. */
  Known of(String host, int port) throws IOException {
    Map<String, String> types = new HashMap<>();
    Set<String> revoked = new HashSet<>();
    fingerprints.forEach(one -> types.put(one, ""));
    if (knownHosts != null) {
      for (KnownHostEntry entry : entries(knownHosts)) {
        if (entry.isHostMatch(host, port)) {
          String fingerprint = fingerprint(entry);
          switch (String.valueOf(entry.getMarker())) {
            case "null", "" -> types.put(fingerprint, entry.getKeyEntry().getKeyType());
            case "revoked" -> revoked.add(fingerprint);
            default -> {} // the word of an authority is not enough here
          }
        }
      }
    }
    return new Known(types, revoked);
  }

  private static List<KnownHostEntry> entries(Path file) throws IOException {
    try {
      return KnownHostEntry.readKnownHostEntries(file);
    } catch (IOException | RuntimeException e) {
      throw new IOException(
          "the file %s with the server's keys cannot be read (%s)"
              .formatted(file, e.getClass().getSimpleName()));
    }
  }

  private static String fingerprint(KnownHostEntry entry) throws IOException {
    try {
      return String.valueOf(
          KeyUtils.getFingerPrint(
              entry.getKeyEntry().resolvePublicKey(null, PublicKeyEntryResolver.IGNORING)));
    } catch (GeneralSecurityException e) {
      return ""; // a kind of key that this program cannot use, and the server will not be asked for
    }
  }

  /** Where an operator finds them. */
  String source() {
    return knownHosts == null ? "“host-key” in the configuration" : knownHosts.toString();
  }
}
