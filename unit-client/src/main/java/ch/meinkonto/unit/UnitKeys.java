package ch.meinkonto.unit;

import ch.meinkonto.contract.Registration;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.text.ParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A unit's keys: one to open what is sealed for it, one to sign what it says. The private set stays
 * with the unit; the public set goes to the city.
 */
public record UnitKeys(String unitId, JWKSet privateJwks) {

  public UnitKeys {
    Objects.requireNonNull(unitId, "unitId");
    Objects.requireNonNull(privateJwks, "privateJwks");
  }

  /** New keys on P-256. */
  public static UnitKeys generate(String unitId) {
    return new UnitKeys(
        unitId,
        new JWKSet(List.<JWK>of(key(unitId, KeyUse.ENCRYPTION), key(unitId, KeyUse.SIGNATURE))));
  }

  private static ECKey key(String unitId, KeyUse use) {
    try {
      ECKey key = new ECKeyGenerator(Curve.P_256).keyUse(use).generate();
      String print = key.computeThumbprint().toString().substring(0, 8);
      return new ECKey.Builder(key).keyID(unitId + "-" + use.identifier() + "-" + print).build();
    } catch (JOSEException e) {
      throw new IllegalStateException("no P-256 keys here", e);
    }
  }

  /**
   * The same with further keys at the end: they open at once, and sign once they are {@link
   * #rotated}. A system that has read these can open whatever comes, before and after the change.
   */
  public UnitKeys withNext() {
    if (hasNext()) {
      throw new IllegalStateException("there are next keys already");
    }
    List<JWK> keys = new ArrayList<>(privateJwks.getKeys());
    keys.addAll(generate(unitId).privateJwks.getKeys());
    return new UnitKeys(unitId, new JWKSet(keys));
  }

  /** Whether a second key waits to sign. */
  public boolean hasNext() {
    return of(KeyUse.SIGNATURE).size() > 1;
  }

  /** The keys that sign and open from now on come first; older ones only open what is old. */
  public UnitKeys rotated() {
    List<JWK> opening = of(KeyUse.ENCRYPTION);
    List<JWK> keys = new ArrayList<>(List.of(of(KeyUse.SIGNATURE).getLast(), opening.getLast()));
    keys.addAll(opening.subList(0, opening.size() - 1));
    return new UnitKeys(unitId, new JWKSet(keys));
  }

  /** The key that signs: the first one for that. */
  public JWK signingKey() {
    return of(KeyUse.SIGNATURE).stream()
        .filter(JWK::isPrivate)
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("there is no private key with use sig"));
  }

  /** A registration of the newest keys, to be signed with the last one that signs. */
  Registration registration(String contact, @Nullable URI push) {
    JWK signs = of(KeyUse.SIGNATURE).getLast();
    JWKSet newest = new JWKSet(List.of(signs, of(KeyUse.ENCRYPTION).getLast()));
    return new Registration(unitId, newest.toPublicJWKSet(), contact, push, signs.getKeyID());
  }

  /** The key that waits to sign; the same as {@link #signingKey} when there is one only. */
  JWK nextSigningKey() {
    return of(KeyUse.SIGNATURE).getLast();
  }

  private List<JWK> of(KeyUse use) {
    return privateJwks.getKeys().stream().filter(key -> use.equals(key.getKeyUse())).toList();
  }

  /** The public half: this, and only this, goes to the city. */
  public JWKSet publicJwks() {
    return privateJwks.toPublicJWKSet();
  }

  /** Writes the private keys, readable by their owner only, whole or not at all. */
  public void writePrivate(Path file) throws IOException {
    write(file, privateJwks.toString(false), "rw-------");
  }

  /** Writes the public keys, whole or not at all. */
  public void writePublic(Path file) throws IOException {
    write(file, privateJwks.toString(true), "rw-r--r--");
  }

  private static void write(Path file, String json, String permissions) throws IOException {
    Path folder = file.toAbsolutePath().getParent();
    Files.createDirectories(folder);
    Path fresh = Files.createTempFile(folder, ".", ".tmp"); // made with mode 600
    try {
      Files.writeString(fresh, json);
      Files.setPosixFilePermissions(fresh, PosixFilePermissions.fromString(permissions));
      Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(fresh);
    }
  }

  /** Reads private keys from a file. */
  public static UnitKeys read(String unitId, Path file) throws IOException {
    try {
      return new UnitKeys(unitId, JWKSet.parse(Files.readString(file)));
    } catch (ParseException e) {
      throw new IOException("not a JWK set: " + file, e);
    }
  }

  @Override
  public String toString() {
    return "UnitKeys[" + unitId + "]";
  }
}
