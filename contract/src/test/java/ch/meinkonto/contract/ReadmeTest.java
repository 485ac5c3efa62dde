package ch.meinkonto.contract;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import ch.meinkonto.contract.Opening.Damaged;
import ch.meinkonto.contract.Opening.NotForUs;
import ch.meinkonto.contract.Opening.Opened;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.OctetKeyPair;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The README shows what is run here, and nothing else. */
class ReadmeTest {

  @Test
  void showsWhatIsRunHere() throws IOException {
    assertThat(Guide.texts(Guide.examples(Path.of("README.md"), "java"), "java"))
        .isEqualTo(Guide.samples(Path.of("src/test/java/ch/meinkonto/contract/ReadmeTest.java")));
  }

  @Test
  void sealsAndOpens() {
    ECKey key = Keys.ecSealing("dav-enc-1");
    JWK unitKey = key.toPublicJWK();
    JWKSet privateKeys = new JWKSet(key);
    SubmissionId submissionId = SubmissionId.of(Samples.REQUEST);
    byte[] answers = "{\"plate\": \"ZH 123456\"}".getBytes(UTF_8);
    // begin
    Sealing sealing = Sealing.forKey(unitKey); // refuses a key that is not good enough
    Sealing.Submission submission = sealing.forSubmission(submissionId);
    SealedPart sealed = submission.seal(Part.DATA, "application/json", answers);
    // end
    String jwe = sealed.jwe();
    // begin
    String read =
        switch (Opening.with(privateKeys).open(jwe, Part.DATA, submissionId)) {
          case Opened opened -> new String(opened.content(), UTF_8);
          case NotForUs(String kid) -> throw new IllegalStateException("we have no key " + kid);
          case Damaged(Opening.Damage damage) -> throw new IllegalStateException(damage.name());
        };
    // end
    assertThat(read).isEqualTo("{\"plate\": \"ZH 123456\"}");
  }

  @Test
  void signsAndChecks() {
    ECKey portalKey = Keys.ecSigning("portal-1");
    OctetKeyPair pushKey = Ed25519.generate("push-1");
    JWKSet portalKeys = new JWKSet(List.<JWK>of(portalKey, pushKey)).toPublicJWKSet();
    ECKey unitKey = Keys.ecSigning("dav-sig-1");
    JWKSet unitKeys = new JWKSet(unitKey).toPublicJWKSet();
    Receipt receipt = Samples.receipt();
    SecurityEvent event = Samples.token(Samples.events().getFirst());
    Instant now = Samples.NOW;
    byte[] body = {1, 2, 3};
    // begin
    String proof = Receipts.sign(receipt, portalKey);
    Checked<Receipt> proved = Receipts.verify(proof, portalKeys);

    String token = SecurityEvents.sign(event, unitKey);
    Checked<SecurityEvent> said =
        SecurityEvents.verify(token, unitKeys, "dav", "https://konto.example");

    WebhookSignature signature = WebhookSignature.sign("delivery-1", now, body, List.of(pushKey));
    Checked<String> pushed = signature.verify(body, portalKeys, now);
    // end
    assertThat(proved).isEqualTo(new Checked.Valid<>(receipt));
    assertThat(said).isEqualTo(new Checked.Valid<>(event));
    assertThat(pushed).isEqualTo(new Checked.Valid<>("delivery-1"));
  }
}
