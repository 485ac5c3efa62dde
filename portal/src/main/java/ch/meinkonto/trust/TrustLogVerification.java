package ch.meinkonto.trust;

import ch.meinkonto.platform.crypto.SigningKeys;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Verifies the whole log: that each entry is what was committed to, that each is in its place, that
 * each erased one was erased with its person, and that all signatures are the portal's and fit.
 * Reads row by row, in memory that does not grow with the log.
 */
@Component
class TrustLogVerification {

  private static final int STRETCH = 1000;

  private final TrustEntries entries;
  private final Tiles tiles;
  private final Checkpoints checkpoints;
  private final EntryVerification each;
  private final SigningKeys keys;

  TrustLogVerification(
      TrustEntries entries,
      Tiles tiles,
      Checkpoints checkpoints,
      EntryVerification each,
      SigningKeys keys) {
    this.entries = entries;
    this.tiles = tiles;
    this.checkpoints = checkpoints;
    this.each = each;
    this.keys = keys;
  }

  /**
   * Verifies everything.
   *
   * @param kept checkpoints that somebody kept outside of this database; with one of them even a
   *     log that was cut off together with its checkpoints and tree is found out
   */
  Result run(List<String> kept) {
    var walk = new Walk(kept);
    return walk.result();
  }

  /** What came of it. */
  sealed interface Result {
    /** The log is whole. */
    record Whole(long entries, long checkpoints) implements Result {}

    /**
     * The log was tampered with.
     *
     * @param sequence the first bad place
     */
    record Broken(long sequence, String reason) implements Result {}
  }

  private final class Walk {

    private final TreeHash.Growing tree = new TreeHash.Growing();
    private final List<String> kept;
    private byte[] tile = new byte[0];
    private long verified;
    private long lastGood;

    Walk(List<String> kept) {
      this.kept = kept;
    }

    Result result() {
      var broken = signatures().or(this::walk).or(this::ends).or(this::keptOnes);
      return broken.isPresent() ? broken.get() : new Result.Whole(tree.size(), verified);
    }

    private Optional<Result.Broken> signatures() {
      for (long from = 0; ; ) {
        var rows = checkpoints.from(from, STRETCH);
        for (var row : rows) {
          var signed = Checkpoint.verify(row.jws(), keys.published());
          if (signed.isEmpty()) {
            return broken(
                row.size() - 1,
                "the checkpoint over "
                    + row.size()
                    + " entries does not bear the portal’s signature");
          }
          if (signed.get().size() != row.size()
              || !Arrays.equals(signed.get().root(), row.root())) {
            return broken(
                row.size() - 1,
                "the checkpoint over "
                    + row.size()
                    + " entries says something else than its signature");
          }
          from = row.size() + 1;
        }
        if (rows.size() < STRETCH) {
          return Optional.empty();
        }
      }
    }

    private Optional<Result.Broken> walk() {
      var next = checkpointAfter(0);
      while (true) {
        var rows = entries.sequenced(tree.size(), STRETCH);
        for (var row : rows) {
          var bad = entry(row);
          if (bad.isPresent()) {
            return bad;
          }
          if (next != null && next.size() == tree.size()) {
            if (!Arrays.equals(next.root(), tree.root())) {
              return broken(
                  lastGood,
                  "entries "
                      + lastGood
                      + " to "
                      + (tree.size() - 1)
                      + " are not those that the checkpoint over "
                      + tree.size()
                      + " entries was signed for");
            }
            lastGood = tree.size();
            verified++;
            next = checkpointAfter(tree.size() + 1);
          }
        }
        if (rows.size() < STRETCH) {
          return Optional.empty();
        }
      }
    }

    private Optional<Result.Broken> entry(EntryRow row) {
      long place = tree.size();
      if (row.sequence() == null || row.sequence() != place) {
        return broken(place, "the entry is missing");
      }
      var leaf = TreeHash.leaf(row.commitment());
      if (!Arrays.equals(leaf, stored(place))) {
        return broken(place, "entry " + row.id() + " is not the one that was put in this place");
      }
      var reason = each.complaint(row);
      if (reason.isPresent()) {
        return broken(place, "entry " + row.id() + ": " + reason.get());
      }
      tree.add(leaf);
      return Optional.empty();
    }

    private Optional<Result.Broken> ends() {
      long size =
          Math.max(tiles.size(), checkpoints.latest().map(Checkpoints.Row::size).orElse(0L));
      if (size > tree.size()) {
        return broken(tree.size(), "the entry is missing; the log had " + size + " entries");
      }
      if (lastGood < tree.size()) {
        return broken(lastGood, "no checkpoint covers the entry");
      }
      return Optional.empty();
    }

    private Optional<Result.Broken> keptOnes() {
      for (var jws : kept) {
        var signed = Checkpoint.verify(jws, keys.published());
        if (signed.isEmpty()) {
          return broken(
              0, "the checkpoint that was kept elsewhere does not bear the portal’s signature");
        }
        long size = signed.get().size();
        if (size > tree.size()) {
          return broken(
              tree.size(),
              "the entry is missing; a checkpoint that was kept elsewhere covers "
                  + size
                  + " entries");
        }
        if (!Arrays.equals(new Tree(tiles).root(size), signed.get().root())) {
          return broken(
              0,
              "a checkpoint that was kept elsewhere, over "
                  + size
                  + " entries, does not fit this log");
        }
      }
      return Optional.empty();
    }

    private byte[] stored(long place) {
      int within = (int) (place % Tiles.WIDTH);
      if (within == 0 || tile.length == 0) {
        tile = tiles.read(0, place / Tiles.WIDTH);
      }
      int from = within * TreeHash.LENGTH;
      return from + TreeHash.LENGTH > tile.length
          ? new byte[0]
          : Arrays.copyOfRange(tile, from, from + TreeHash.LENGTH);
    }

    private Checkpoints.@Nullable Row checkpointAfter(long size) {
      return checkpoints.from(size, 1).stream().findFirst().orElse(null);
    }

    private static Optional<Result.Broken> broken(long place, String reason) {
      return Optional.of(new Result.Broken(Math.max(0, place), reason));
    }
  }
}
