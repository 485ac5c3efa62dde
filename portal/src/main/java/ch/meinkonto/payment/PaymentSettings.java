package ch.meinkonto.payment;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the payment provider is reached, and how long payments are kept.
 *
 * @param url its API; empty: nobody pays online
 * @param pages where its payment pages are
 * @param merchant what it calls the city
 * @param password of the merchant; empty when it is in a file
 * @param passwordFile the file with it, read each time
 * @param signKey with which it signs what it tells, in hexadecimal; empty when it is in a file
 * @param signKeyFile the file with it, read each time
 * @param methods cards and apps, as the provider abbreviates them
 * @param patience how long a payment is waited for
 * @param keep how long a payment is kept after its last change: ten years (Swiss Code of
 *     Obligations, Art. 958f)
 */
@ConfigurationProperties("meinkonto.payment")
record PaymentSettings(
    @DefaultValue("") String url,
    @DefaultValue("") String pages,
    @DefaultValue("") String merchant,
    @DefaultValue("") String password,
    @DefaultValue("") String passwordFile,
    @DefaultValue("") String signKey,
    @DefaultValue("") String signKeyFile,
    @DefaultValue({"VIS", "ECA", "PFC", "TWI"}) List<String> methods,
    @DefaultValue("1h") Duration patience,
    @DefaultValue("3653d") Duration keep) {

  boolean present() {
    return !url.isBlank();
  }

  URI api(String path) {
    return URI.create(url + path);
  }

  URI page(String transaction) {
    return URI.create(pages + "/v1/start/" + transaction);
  }

  String secret() {
    return read(password, passwordFile);
  }

  /** Empty when nothing is signed. */
  String signing() {
    return read(signKey, signKeyFile);
  }

  private static String read(String value, String file) {
    if (file.isBlank()) {
      return value;
    }
    try {
      return Files.readString(Path.of(file)).strip();
    } catch (IOException e) {
      throw new UncheckedIOException("A secret of the payment provider could not be read", e);
    }
  }

  @Override
  public String toString() {
    return "PaymentSettings[" + (present() ? "configured" : "none") + "]";
  }
}
