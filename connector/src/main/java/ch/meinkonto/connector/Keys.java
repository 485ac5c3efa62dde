package ch.meinkonto.connector;

import ch.meinkonto.unit.UnitKeys;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A unit's keys on disk: made when missing, the public half laid out for the city. */
final class Keys {

  private static final Logger log = LoggerFactory.getLogger(Keys.class);

  private Keys() {}

  static UnitKeys of(String unit, Path privateFile, Path publicFile) throws ChannelRefused {
    try {
      if (!Files.exists(privateFile)) {
        UnitKeys.generate(unit).writePrivate(privateFile);
        log.info("{}: new keys in {}; keep this file secret and safe", unit, privateFile);
      }
      UnitKeys keys = UnitKeys.read(unit, privateFile);
      publish(keys, publicFile);
      return keys;
    } catch (IOException e) {
      throw new ChannelRefused(
          "%s: the keys cannot be read or written (%s, %s): %s"
              .formatted(unit, privateFile, publicFile, e.getMessage()),
          e);
    }
  }

  private static void publish(UnitKeys keys, Path file) throws IOException {
    String wanted = keys.publicJwks().toString(true);
    if (!Files.exists(file) || !Files.readString(file).equals(wanted)) {
      keys.writePublic(file);
      log.info("{}: the public keys for the city are in {}", keys.unitId(), file);
    }
  }
}
