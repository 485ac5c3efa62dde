package ch.meinkonto.delivery;

import ch.meinkonto.activation.ActivationHandover;
import ch.meinkonto.conformance.TestHandover;
import ch.meinkonto.contract.SealedPart;
import ch.meinkonto.contract.SubmissionId;
import ch.meinkonto.request.Consignment;
import ch.meinkonto.request.Handover;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** What is brought: a request, an answer, something about an activation, or a test. */
@Component
class Cargo {

  private final Handover requests;
  private final ActivationHandover activations;
  private final TestHandover tests;

  Cargo(Handover requests, ActivationHandover activations, TestHandover tests) {
    this.requests = requests;
    this.activations = activations;
    this.tests = tests;
  }

  /** Its description; empty when it is gone. */
  Optional<Consignment> find(SubmissionId id) {
    return requests.find(id).or(() -> activations.find(id)).or(() -> tests.find(id));
  }

  /** One sealed part (compact JWE); empty when there is none, or it has been erased. */
  Optional<byte[]> part(SubmissionId id, String name) {
    return requests
        .part(id, name)
        .or(() ->
            others(id).stream()
                .filter(part -> part.name().equals(name))
                .map(SealedPart::bytes)
                .findFirst());
  }

  /**
   * The first sealed parts (compact JWE), by name, as many as are together not larger than that.
   */
  Map<String, String> parts(SubmissionId id, long most) {
    var parts = requests.parts(id, most);
    if (!parts.isEmpty()) {
      return parts;
    }
    var others = new LinkedHashMap<String, String>();
    var together = 0L;
    for (var part : others(id)) {
      together += part.size();
      if (together <= most) {
        others.put(part.name(), part.jwe());
      }
    }
    return others;
  }

  private List<SealedPart> others(SubmissionId id) {
    var parts = activations.parts(id);
    return parts.isEmpty() ? tests.parts(id) : parts;
  }
}
