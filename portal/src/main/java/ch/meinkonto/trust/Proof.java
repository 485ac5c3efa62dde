package ch.meinkonto.trust;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An entry with what proves that it is in the log, for programs. HMAC-SHA-256(salt, statement) is
 * the commitment; SHA-256(0 ‖ commitment) the leaf; with the path (RFC 9162 §2.1.3.2) it gives the
 * root that the checkpoint was signed for.
 *
 * @param statement the exact words committed to
 * @param salt base64url
 * @param commitment base64url
 * @param inclusion null until the entry has its place in the log
 */
record Proof(String statement, String salt, String commitment, @Nullable Inclusion inclusion) {

  /** Where the entry is among how many, and the hashes on the way to the root, base64url. */
  record Inclusion(long index, long size, List<String> path) {}

  /** One or more entries under one checkpoint. */
  record Bundle(String log, String keys, @Nullable String checkpoint, List<Proof> entries) {}
}
