package ch.meinkonto.trust;

import static java.nio.charset.StandardCharsets.UTF_8;

import ch.meinkonto.platform.PortalSettings;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Proves entries with the newest checkpoint. */
@Component
class Proofs {

  private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();

  private final Checkpoints checkpoints;
  private final Tiles tiles;
  private final PortalSettings settings;

  Proofs(Checkpoints checkpoints, Tiles tiles, PortalSettings settings) {
    this.checkpoints = checkpoints;
    this.tiles = tiles;
    this.settings = settings;
  }

  Proof.Bundle of(List<TrustLog.Proven> entries) {
    var checkpoint = checkpoints.latest().orElse(null);
    var tree = new Tree(tiles.once());
    return new Proof.Bundle(
        settings.baseUrl().toString(),
        settings.url("/.well-known/jwks.json").toString(),
        checkpoint == null ? null : checkpoint.jws(),
        entries.stream().map(entry -> proof(entry, checkpoint, tree)).toList());
  }

  private static Proof proof(
      TrustLog.Proven entry, Checkpoints.@Nullable Row checkpoint, Tree tree) {
    var commitment = entry.commitment();
    return new Proof(
        new String(commitment.statement(), UTF_8),
        BASE64.encodeToString(commitment.salt()),
        BASE64.encodeToString(entry.row().commitment()),
        inclusion(entry.row().sequence(), checkpoint, tree));
  }

  private static Proof.@Nullable Inclusion inclusion(
      @Nullable Long index, Checkpoints.@Nullable Row checkpoint, Tree tree) {
    if (index == null || checkpoint == null || index >= checkpoint.size()) {
      return null;
    }
    return new Proof.Inclusion(
        index,
        checkpoint.size(),
        tree.proof(index, checkpoint.size()).stream().map(BASE64::encodeToString).toList());
  }
}
