package ch.meinkonto.notification;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How text messages leave the portal.
 *
 * @param url where a message is posted to, as JSON; empty: there are no text messages
 * @param token what the provider knows the city by; empty when it is in a file, or none is needed
 * @param tokenFile the file with it, which is read for each message, so that it can be changed
 * @param authorization the header of that name, with {@code {token}} in it
 * @param body the JSON, with {@code {id}}, {@code {to}} (+41…), {@code {digits}} (41…), {@code
 *     {from}} and {@code {text}} inside its strings
 * @param from the name that phones show: at most eleven letters and digits
 * @param countries to whose mobile numbers messages may go
 * @param perHour how many messages the city pays for in an hour
 */
@ConfigurationProperties("meinkonto.sms")
record SmsSettings(
    @DefaultValue("") String url,
    @DefaultValue("") String token,
    @DefaultValue("") String tokenFile,
    @DefaultValue("") String authorization,
    @DefaultValue("") String body,
    @DefaultValue("Mein Konto") String from,
    @DefaultValue({"CH", "LI", "DE", "AT", "FR", "IT"}) List<String> countries,
    @DefaultValue("500") int perHour) {

  private static final String BEARER = "Bearer {token}";
  private static final String PLAIN =
      """
      {"id": "{id}", "to": "{to}", "from": "{from}", "text": "{text}"}\
      """;

  SmsSettings {
    countries = List.copyOf(countries);
    authorization = authorization.isBlank() ? BEARER : authorization;
    body = body.isBlank() ? PLAIN : body;
  }

  boolean configured() {
    return !url.isBlank();
  }

  /** The header; empty when the provider asks for no token. */
  String authorizationHeader() {
    var secret = tokenFile.isBlank() ? token : read(Path.of(tokenFile));
    return secret.isBlank() ? "" : authorization.replace("{token}", secret.strip());
  }

  @Override
  public String toString() {
    return "SmsSettings[" + countries + ", " + perHour + " an hour]";
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException("The token for text messages could not be read", e);
    }
  }
}
