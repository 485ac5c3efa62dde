package ch.meinkonto.trust;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import ch.meinkonto.platform.crypto.SigningKeys;
import ch.meinkonto.testing.PortalTest;
import java.util.Base64;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

/** A parent has a neighbour who knows about such things check that the log says what it said. */
@PortalTest
@Import(Cast.class)
class ProofsTest {

  private UUID parent;

  @Autowired Cast cast;
  @Autowired TrustLog log;
  @Autowired Sequencer sequencer;
  @Autowired Proofs proofs;
  @Autowired SigningKeys keys;

  @BeforeEach
  void peopleWithAnAccount() {
    parent = cast.opensAnAccount("Anna", "Keller");
  }

  @Test
  void whatWasDownloadedProvesItselfWithNothingButThePublicKeys() {
    for (int i = 0; i < 3; i++) {
      log.record(new TrustEntry(parent, "request-sent", "you", "MK-" + i, "your-wish"));
      sequencer.run();
    }
    var bundle = proofs.of(log.allProven(parent));
    assertThat(bundle.entries()).hasSize(3).allMatch(proof -> holds(proof, bundle.checkpoint()));
    assertThat(bundle.entries().getFirst().statement())
        .contains("\"subject\":\"MK-0\"", parent.toString());
  }

  @Test
  void aProofWithOtherWordsDoesNotHold() {
    log.record(new TrustEntry(parent, "request-sent", "you", "MK-1", "your-wish"));
    sequencer.run();
    var bundle = proofs.of(log.allProven(parent));
    var proof = bundle.entries().getFirst();
    var forged =
        new Proof(
            proof.statement().replace("MK-1", "MK-2"),
            proof.salt(),
            proof.commitment(),
            proof.inclusion());
    assertThat(holds(forged, bundle.checkpoint())).isFalse();
  }

  @Test
  void anEntryWithoutItsPlaceHasNoProofYet() {
    sequencer.run();
    log.record(new TrustEntry(parent, "request-sent", "you", "MK-1", "your-wish"));
    var bundle = proofs.of(log.allProven(parent));
    // The timed sequencer may have been quicker; then the proof must hold.
    assertThat(bundle.entries())
        .allMatch(proof -> proof.inclusion() == null || holds(proof, bundle.checkpoint()));
  }

  @Test
  void nobodyElseGetsTheProof() {
    log.record(new TrustEntry(parent, "login", "you", "", "security"));
    var entry = log.all(parent).getFirst();
    assertThat(log.proven(UUID.randomUUID(), entry.id())).isEmpty();
    assertThat(log.proven(parent, entry.id())).isPresent();
  }

  /** As somebody outside would do it, from the description in README.md. */
  private boolean holds(Proof proof, @Nullable String checkpoint) {
    if (checkpoint == null) {
      return false;
    }
    var commitment =
        new Commitment(decode(proof.salt()), proof.statement().getBytes(UTF_8)).value();
    var signed = Checkpoint.verify(checkpoint, keys.published()).orElseThrow();
    var inclusion = proof.inclusion();
    return inclusion != null
        && java.util.Arrays.equals(commitment, decode(proof.commitment()))
        && signed.size() == inclusion.size()
        && TreeHash.included(
            TreeHash.leaf(commitment),
            inclusion.index(),
            inclusion.size(),
            inclusion.path().stream().map(ProofsTest::decode).toList(),
            signed.root());
  }

  private static byte[] decode(String base64) {
    return Base64.getUrlDecoder().decode(base64);
  }
}
