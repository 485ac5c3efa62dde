package ch.meinkonto.delivery;

import ch.meinkonto.activation.ActivationHandover;
import ch.meinkonto.contract.RegistrationStatus.KeyInUse;
import ch.meinkonto.directory.UnitId;
import ch.meinkonto.directory.UnitKeys;
import ch.meinkonto.request.Handover;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.springframework.stereotype.Component;

/** Which of a unit's keys count, and for which something still lies sealed here. */
@Component
class KeysInUse {

  private final UnitKeys keys;
  private final Handover requests;
  private final ActivationHandover activations;

  KeysInUse(UnitKeys keys, Handover requests, ActivationHandover activations) {
    this.keys = keys;
    this.requests = requests;
    this.activations = activations;
  }

  List<KeyInUse> of(UnitId unit) {
    var sealed = new TreeMap<>(requests.sealedFor(unit));
    activations.sealedFor(unit).forEach((key, count) -> sealed.merge(key, count, Integer::sum));
    var sealing = keys.sealingKey(unit);
    var all = new ArrayList<KeyInUse>();
    for (var key : keys.keys(unit).orElseGet(JWKSet::new).getKeys()) {
      var opens = KeyUse.ENCRYPTION.equals(key.getKeyUse());
      var count = sealed.remove(key.getKeyID());
      all.add(
          new KeyInUse(
              key.getKeyID(),
              key.getKeyUse().identifier(),
              !opens || sealing.filter(key::equals).isPresent(),
              count == null ? 0 : count));
    }
    sealed.forEach(
        (old, count) -> all.add(new KeyInUse(old, KeyUse.ENCRYPTION.identifier(), false, count)));
    return all;
  }
}
