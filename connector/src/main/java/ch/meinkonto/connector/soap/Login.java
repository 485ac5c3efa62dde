package ch.meinkonto.connector.soap;

import static java.nio.charset.StandardCharsets.UTF_8;

import ch.meinkonto.connector.yaml.Secret;
import ch.meinkonto.connector.yaml.YamlMap;
import java.io.IOException;
import java.util.Base64;
import java.util.Optional;

/** How the connector shows the service who it is: HTTP Basic. */
record Login(String user, Secret password) {

  static Optional<Login> read(YamlMap login) {
    login.allow("user", "password");
    Optional<String> user = login.text("user");
    Optional<Secret> password = login.secret("password");
    user.filter(name -> name.contains(":"))
        .ifPresent(_ -> login.finding("user", "must not contain a colon"));
    return user.flatMap(name -> password.map(secret -> new Login(name, secret)));
  }

  /** RFC 7617 in UTF-8. */
  String header() throws IOException {
    byte[] both = (user + ":" + password.reveal()).getBytes(UTF_8);
    return "Basic " + Base64.getEncoder().encodeToString(both);
  }
}
