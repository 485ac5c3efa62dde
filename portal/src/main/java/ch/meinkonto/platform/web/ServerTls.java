package ch.meinkonto.platform.web;

import java.util.HashMap;
import java.util.Map;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

/**
 * How the proxy reaches the portal (OWASP ASVS 5.0, 12.3.3 and 12.3.4): over TLS with {@code
 * TLS_CERTIFICATE} and {@code TLS_KEY}, both PEM; with {@code TLS_CLIENTS} only who shows a
 * certificate of that authority. New files are taken while running. Without, production listens on
 * this machine only.
 */
public final class ServerTls implements EnvironmentPostProcessor {

  private static final String BUNDLE = "spring.ssl.bundle.pem.portal.";

  @Override
  public void postProcessEnvironment(
      ConfigurableEnvironment environment, SpringApplication application) {
    environment
        .getPropertySources()
        .addLast(new MapPropertySource("serverTls", settings(environment)));
  }

  private static Map<String, Object> settings(ConfigurableEnvironment environment) {
    var certificate = environment.getProperty("TLS_CERTIFICATE", "");
    var settings = new HashMap<String, Object>();
    if (!certificate.isBlank()) {
      settings.put("server.ssl.bundle", "portal");
      settings.put(BUNDLE + "keystore.certificate", "file:" + certificate);
      settings.put(BUNDLE + "keystore.private-key", "file:" + key(environment));
      settings.put(BUNDLE + "options.enabled-protocols", "TLSv1.3,TLSv1.2");
      settings.put(BUNDLE + "reload-on-update", "true");
      var clients = environment.getProperty("TLS_CLIENTS", "");
      if (!clients.isBlank()) {
        settings.put(BUNDLE + "truststore.certificate", "file:" + clients);
        settings.put("server.ssl.client-auth", "need");
      }
    } else if ("production".equalsIgnoreCase(environment.getProperty("MODE"))) {
      settings.put("server.address", "127.0.0.1");
    }
    return settings;
  }

  private static String key(ConfigurableEnvironment environment) {
    var key = environment.getProperty("TLS_KEY", "");
    if (key.isBlank()) {
      throw new IllegalStateException("TLS_CERTIFICATE needs its key: set TLS_KEY");
    }
    return key;
  }
}
