package ch.meinkonto.trust;

import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Verifies that one entry is what was committed to, or was erased as it should be. */
@Component
class EntryVerification {

  private final TrustEntries entries;
  private final TrustTombstones tombstones;
  private final EntryCipher cipher;

  EntryVerification(TrustEntries entries, TrustTombstones tombstones, EntryCipher cipher) {
    this.entries = entries;
    this.tombstones = tombstones;
    this.cipher = cipher;
  }

  /** What is wrong with the entry, empty when nothing is. */
  Optional<String> complaint(EntryRow row) {
    var sealed = row.sealed();
    if (sealed == null) {
      return row.erasedWith() == null
          ? Optional.of("its content is gone, but nobody erased it")
          : erasure(row.erasedWith());
    }
    Commitment commitment;
    try {
      commitment = open(row, sealed);
    } catch (RuntimeException e) {
      return Optional.of("its content was changed");
    }
    if (!Arrays.equals(commitment.value(), row.commitment())) {
      return Optional.of("its content is not what was committed to");
    }
    var said = Statement.parse(commitment.statement());
    if (!said.id().equals(row.id()) || !said.at().equals(row.at())) {
      return Optional.of("its time was changed");
    }
    return row.accountId() == null ? tombstone(row, said) : Optional.empty();
  }

  private Commitment open(EntryRow row, byte[] sealed) {
    return row.accountId() == null
        ? tombstones.open(row, sealed)
        : Commitment.parse(cipher.open(row.accountId(), sealed, TrustLog.context(row.id())));
  }

  private Optional<String> erasure(UUID tombstone) {
    return entries
        .find(tombstone)
        .filter(row -> row.accountId() == null && row.sealed() != null)
        .map(_ -> Optional.<String>empty())
        .orElse(Optional.of("its content is gone, and what would tell of the erasure as well"));
  }

  private Optional<String> tombstone(EntryRow row, Statement said) {
    return TrustTombstones.digest(entries.erasedWith(row.id())).equals(said.subject())
        ? Optional.empty()
        : Optional.of("it tells of the erasure of other entries than those that are erased");
  }
}
