package ch.meinkonto.sso;

import ch.meinkonto.catalogue.Level;
import ch.meinkonto.login.ProvenLogin;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * How surely somebody proved who they are (authentication context class): the city's levels, and
 * one above them. Each fulfils those before it.
 */
enum Acr {
  LOGIN("login", "urn:mein-konto:acr:login"),
  TWO_FACTORS("two-factors", "urn:mein-konto:acr:two-factors"),
  /** OpenID Connect Extended Authentication Profile, ACR Values 1.0. */
  PHISHING_RESISTANT("phishing-resistant", "phr");

  private final String code;
  private final String value;

  Acr(String code, String value) {
    this.code = code;
    this.value = value;
  }

  /** How applications name it. */
  String value() {
    return value;
  }

  /** Whether who fulfils this has what a service of that level asks for. */
  boolean covers(Level level) {
    return level == Level.NONE || compareTo(byCode().get(level.code())) >= 0;
  }

  boolean fulfilledBy(ProvenLogin login) {
    return of(login).compareTo(this) >= 0;
  }

  /** The highest that a login fulfils. */
  static Acr of(ProvenLogin login) {
    if (login.phishingResistant()) {
      return PHISHING_RESISTANT;
    }
    return login.twoFactors() ? TWO_FACTORS : LOGIN;
  }

  static Optional<Acr> ofValue(String value) {
    return Arrays.stream(values()).filter(acr -> acr.value.equals(value)).findFirst();
  }

  /** By the words of the city's files. */
  static Map<String, Acr> byCode() {
    var codes = new LinkedHashMap<String, Acr>();
    Arrays.stream(values()).forEach(acr -> codes.put(acr.code, acr));
    return codes;
  }
}
