package ch.meinkonto.delivery;

import ch.meinkonto.activation.ActivationHandover;
import ch.meinkonto.contract.SealedPart;
import ch.meinkonto.contract.SubmissionId;
import ch.meinkonto.request.Consignment;
import ch.meinkonto.request.Handover;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** What is brought: a request, an answer, or something about an activation. */
@Component
class Cargo {

  private final Handover requests;
  private final ActivationHandover activations;

  Cargo(Handover requests, ActivationHandover activations) {
    this.requests = requests;
    this.activations = activations;
  }

  /** Its description; empty when it is gone. */
  Optional<Consignment> find(SubmissionId id) {
    return requests.find(id).or(() -> activations.find(id));
  }

  /** One sealed part (compact JWE); empty when there is none, or it has been erased. */
  Optional<byte[]> part(SubmissionId id, String name) {
    return requests
        .part(id, name)
        .or(() ->
            activations.parts(id).stream()
                .filter(part -> part.name().equals(name))
                .map(SealedPart::bytes)
                .findFirst());
  }

  /** All sealed parts (compact JWE), by name. */
  Map<String, String> parts(SubmissionId id) {
    var parts = requests.parts(id);
    if (!parts.isEmpty()) {
      return parts;
    }
    var others = new LinkedHashMap<String, String>();
    activations.parts(id).forEach(part -> others.put(part.name(), part.jwe()));
    return others;
  }
}
