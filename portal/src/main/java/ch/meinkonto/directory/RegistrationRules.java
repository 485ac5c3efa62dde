package ch.meinkonto.directory;

import ch.meinkonto.contract.ContractFiles;
import ch.meinkonto.contract.Fingerprint;
import ch.meinkonto.contract.Json;
import ch.meinkonto.contract.Registration;
import ch.meinkonto.platform.yaml.Findings;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import java.nio.file.Path;
import java.text.ParseException;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What keys must be like, and whose they must not be, before anybody looks at them. */
final class RegistrationRules {

  private static final int MOST_KEYS = 10;
  private static final Pattern KEY_ID = Pattern.compile("[A-Za-z0-9._~:-]{1,100}");
  private static final Pattern EMAIL = Pattern.compile("[^@\\s\\p{Cntrl}]{1,64}@[a-z0-9.-]{1,120}");
  private static final int LONGEST_ADDRESS = 500;
  private static final Set<Fingerprint> BURNT = published();

  private RegistrationRules() {}

  /** A code for the first thing that is wrong with a registration by itself. */
  static Optional<String> flaw(Registration registration) {
    var keys = registration.keys();
    var findings = new Findings();
    if (UnitKeyFile.keys(keys.toString(true), Path.of("registration"), findings).isEmpty()) {
      return Optional.of("weak-or-unfit-keys");
    }
    if (keys.size() > MOST_KEYS) {
      return Optional.of("too-many-keys");
    }
    if (!keys.getKeys().stream().allMatch(key -> KEY_ID.matcher(key.getKeyID()).matches())) {
      return Optional.of("odd-key-id");
    }
    var uses = keys.getKeys().stream().map(JWK::getKeyUse).collect(Collectors.toSet());
    if (!uses.equals(Set.of(KeyUse.ENCRYPTION, KeyUse.SIGNATURE))) {
      return Optional.of("needs-a-key-that-opens-and-one-that-signs");
    }
    if (fingerprints(keys).size() < keys.size()) {
      return Optional.of("one-key-for-two-purposes");
    }
    if (fingerprints(keys).stream().anyMatch(BURNT::contains)) {
      return Optional.of("published-example-key");
    }
    if (!EMAIL.matcher(registration.contact()).matches()) {
      return Optional.of("no-contact-address");
    }
    var push = registration.push();
    return push == null
            || (push.toString().length() <= LONGEST_ADDRESS && UnitKeyFile.isPushable(push))
        ? Optional.empty()
        : Optional.of("push-address-is-not-https");
  }

  /** Whether one of the keys goes by a name under which another key of the unit counts. */
  static boolean clashes(JWKSet keys, Collection<JWK> known) {
    return known.stream()
        .anyMatch(old ->
            Optional.ofNullable(keys.getKeyByKeyId(old.getKeyID()))
                .filter(key -> !Fingerprint.of(key).equals(Fingerprint.of(old)))
                .isPresent());
  }

  /** Whether the two have a key in common, whatever it is called. */
  static boolean overlap(JWKSet one, JWKSet other) {
    return fingerprints(one).stream().anyMatch(fingerprints(other)::contains);
  }

  static Set<Fingerprint> fingerprints(JWKSet keys) {
    return keys.getKeys().stream().map(Fingerprint::of).collect(Collectors.toSet());
  }

  /** Private keys that stand in the contract's own files: anybody has them. */
  private static Set<Fingerprint> published() {
    var file = Json.mapper().readTree(ContractFiles.find("conformance/unit.json").orElseThrow());
    try {
      return Set.copyOf(fingerprints(JWKSet.parse(file.required("keys").toString())));
    } catch (ParseException e) {
      throw new IllegalStateException("The contract's example keys are no key set", e);
    }
  }
}
