package ch.meinkonto.platform;

import java.util.ArrayList;
import java.util.List;
import org.springframework.core.env.Environment;

/**
 * What a city must say itself before residents use its portal: the demo's defaults do not count.
 */
final class ProductionSettings {

  private static final List<String> NEEDED =
      List.of(
          "DATABASE_URL", "DATABASE_USER", "CITY_DIR", "UNIT_KEYS_DIR", "SMTP_URL", "MAIL_FROM");

  private ProductionSettings() {}

  /**
   * Looks whether all of it is there.
   *
   * @throws IllegalStateException naming everything that is missing or too much, never a value
   */
  static void check(Environment environment) {
    var missing =
        new ArrayList<>(NEEDED.stream().filter(name -> !isSet(environment, name)).toList());
    if (!isSet(environment, "DATABASE_PASSWORD") && !hasCertificate(environment)) {
      missing.add("DATABASE_PASSWORD (or a certificate in DATABASE_URL: sslcert=… and sslkey=…)");
    }
    if (!isSet(environment, "MASTER_KEY_FILE") && !isSet(environment, "MASTER_KEY")) {
      missing.add("MASTER_KEY_FILE (or MASTER_KEY)");
    }
    if (!environment.getProperty("BASE_URL", "").startsWith("https://")) {
      missing.add("BASE_URL (with https://)");
    }
    if (environment.getProperty("MAIL_FROM", "").endsWith(".example")) {
      missing.add("MAIL_FROM (the city's own)");
    }
    missing.addAll(missingForTextMessages(environment));
    if (!missing.isEmpty()) {
      throw new IllegalStateException(
          "In production the portal uses nothing that the demo brings along. Set "
              + String.join(", ", missing));
    }
    if (isSet(environment, "SAMPLE_HISTORY")) {
      throw new IllegalStateException(
          "SAMPLE_HISTORY makes up numbers for a demo: take it out of the environment");
    }
  }

  /** Text messages may be left out; but codes leave the city over TLS only, and to a provider. */
  private static List<String> missingForTextMessages(Environment environment) {
    if (!isSet(environment, "SMS_URL")) {
      return List.of();
    }
    var missing = new ArrayList<String>();
    if (!environment.getProperty("SMS_URL", "").startsWith("https://")) {
      missing.add("SMS_URL (with https://; the demo's phone is none)");
    }
    if (!isSet(environment, "SMS_TOKEN_FILE") && !isSet(environment, "SMS_TOKEN")) {
      missing.add("SMS_TOKEN_FILE (or SMS_TOKEN)");
    }
    return missing;
  }

  private static boolean hasCertificate(Environment environment) {
    return environment.getProperty("DATABASE_URL", "").contains("sslkey=");
  }

  private static boolean isSet(Environment environment, String name) {
    return !environment.getProperty(name, "").isBlank();
  }
}
