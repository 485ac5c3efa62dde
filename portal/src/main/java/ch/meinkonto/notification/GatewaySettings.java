package ch.meinkonto.notification;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.core.env.Environment;

/**
 * How a provider is reached.
 *
 * @param url where everything is posted to, as JSON; empty: there is no such provider
 * @param token what the provider knows the city by; empty when it is in a file, or none is needed
 * @param tokenFile the file with it, which is read each time, so that it can be changed
 * @param authorization the header of that name, with {@code {token}} in it
 * @param body the JSON, with the names of values in braces inside its strings; empty: what the
 *     portal's own demo understands
 */
record GatewaySettings(
    @DefaultValue("") String url,
    @DefaultValue("") String token,
    @DefaultValue("") String tokenFile,
    @DefaultValue("") String authorization,
    @DefaultValue("") String body) {

  private static final String BEARER = "Bearer {token}";

  static GatewaySettings of(Carrier carrier, Environment environment) {
    return Binder.get(environment)
        .bindOrCreate("meinkonto." + carrier.code(), GatewaySettings.class);
  }

  boolean configured() {
    return !url.isBlank();
  }

  /** The header; empty when the provider asks for no token. */
  String authorizationHeader() {
    var secret = tokenFile.isBlank() ? token : read(Path.of(tokenFile));
    var header = authorization.isBlank() ? BEARER : authorization;
    return secret.isBlank() ? "" : header.replace("{token}", secret.strip());
  }

  @Override
  public String toString() {
    return "GatewaySettings[" + (configured() ? "configured" : "none") + "]";
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException("The token of a provider could not be read", e);
    }
  }
}
