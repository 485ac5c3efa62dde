package ch.meinkonto.trust;

import ch.meinkonto.platform.web.NotFound;
import ch.meinkonto.platform.web.PublicPaths;
import ch.meinkonto.platform.web.Visitor;
import java.util.List;
import java.util.UUID;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** The log for programs: a person's own entries with proofs, and for everybody the checkpoint. */
@RestController
class ProofDownloads implements PublicPaths {

  private static final String CHECKPOINT = "/datenprotokoll/pruefpunkt";

  private final TrustLog log;
  private final Proofs proofs;
  private final Checkpoints checkpoints;

  ProofDownloads(TrustLog log, Proofs proofs, Checkpoints checkpoints) {
    this.log = log;
    this.proofs = proofs;
    this.checkpoints = checkpoints;
  }

  /** Whoever keeps a checkpoint can later prove that nothing before it was taken away. */
  @Override
  public List<String> patterns() {
    return List.of(CHECKPOINT);
  }

  @GetMapping("/datenprotokoll/alles.json")
  ResponseEntity<Proof.Bundle> all(Visitor visitor) {
    return file("datenprotokoll.json", proofs.of(log.allProven(visitor.accountId())));
  }

  @GetMapping("/datenprotokoll/{id}/nachweis.json")
  ResponseEntity<Proof.Bundle> one(Visitor visitor, @PathVariable UUID id) {
    var entry = log.proven(visitor.accountId(), id).orElseThrow(NotFound::new);
    return file("nachweis-" + id + ".json", proofs.of(List.of(entry)));
  }

  @GetMapping(CHECKPOINT)
  ResponseEntity<String> checkpoint() {
    return ResponseEntity.ok()
        .contentType(new MediaType("application", "jwt"))
        .cacheControl(CacheControl.noCache())
        .body(checkpoints.latest().orElseThrow(NotFound::new).jws());
  }

  private static ResponseEntity<Proof.Bundle> file(String name, Proof.Bundle content) {
    return ResponseEntity.ok()
        .contentType(MediaType.APPLICATION_JSON)
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            ContentDisposition.attachment().filename(name).build().toString())
        .body(content);
  }
}
