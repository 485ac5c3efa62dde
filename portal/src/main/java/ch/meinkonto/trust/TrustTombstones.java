package ch.meinkonto.trust;

import ch.meinkonto.platform.Ids;
import ch.meinkonto.platform.crypto.MasterKey;
import ch.meinkonto.platform.crypto.SealedColumn;
import ch.meinkonto.platform.crypto.Sha256;
import java.nio.ByteBuffer;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Component;

/**
 * What stays of a forgotten person's entries: one entry without a person that says how many were
 * erased and which (as a hash). So nobody can blank an entry in silence.
 */
@Component
class TrustTombstones {

  static final String KIND = "account-forgotten";
  static final Comparator<UUID> ORDER = Comparator.comparing(UUID::toString);
  private static final UUID NOBODY = new UUID(0, 0);

  private final TrustEntries rows;
  private final MasterKey masterKey;
  private final Clock clock;

  TrustTombstones(TrustEntries rows, MasterKey masterKey, Clock clock) {
    this.rows = rows;
    this.masterKey = masterKey;
    this.clock = clock;
  }

  @Bean
  static SealedColumn<UUID> sealedTombstones() {
    return new SealedColumn<>(
        "entries about forgotten accounts",
        "trust_entry",
        "id",
        UUID.class,
        "sealed",
        "account_id IS NULL AND sealed IS NOT NULL",
        TrustLog::context);
  }

  void put(UUID accountId) {
    var id = Ids.next();
    var erased = rows.erase(accountId, id);
    if (erased.isEmpty()) {
      return;
    }
    var at = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    var commitment =
        Commitment.to(
            new Statement(id, NOBODY, at, KIND, TrustEntry.PORTAL, digest(erased), "consent")
                .bytes());
    rows.insert(
        id, null, at, commitment.value(), masterKey.seal(commitment.bytes(), TrustLog.context(id)));
  }

  Commitment open(EntryRow row, byte[] sealed) {
    return Commitment.parse(masterKey.open(sealed, TrustLog.context(row.id())));
  }

  /** Number and SHA-256 of the ids, in their order. */
  static String digest(List<UUID> ids) {
    var digest = Sha256.begin();
    for (var id : ids) {
      digest.update(
          ByteBuffer.allocate(16)
              .putLong(id.getMostSignificantBits())
              .putLong(id.getLeastSignificantBits())
              .flip());
    }
    return ids.size() + ":" + HexFormat.of().formatHex(digest.digest());
  }
}
