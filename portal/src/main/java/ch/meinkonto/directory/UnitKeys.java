package ch.meinkonto.directory;

import ch.meinkonto.platform.PortalSettings;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import java.io.IOException;
import java.nio.file.Files;
import java.text.ParseException;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The units' public keys. */
@Component
public class UnitKeys {

  private final PortalSettings settings;

  UnitKeys(PortalSettings settings) {
    this.settings = settings;
  }

  /** All keys of a unit. */
  public Optional<JWKSet> keys(UnitId unit) {
    var file = settings.unitKeysDir().resolve(unit.value() + ".jwks.json");
    try {
      return Files.exists(file)
          ? Optional.of(JWKSet.parse(Files.readString(file)))
          : Optional.empty();
    } catch (IOException | ParseException e) {
      return Optional.empty();
    }
  }

  /** The newest key to seal for. */
  public Optional<JWK> sealingKey(UnitId unit) {
    return keys(unit)
        .flatMap(set ->
            set.getKeys().stream()
                .filter(key -> KeyUse.ENCRYPTION.equals(key.getKeyUse()))
                .reduce((_, last) -> last));
  }
}
