package ch.meinkonto.connector.rest;

import ch.meinkonto.connector.yaml.Secret;
import ch.meinkonto.connector.yaml.YamlMap;
import java.net.URI;
import java.util.Optional;

/** How the connector says to the API who it is. */
sealed interface Login {

  /** Not at all, or by a client certificate alone. */
  record None() implements Login {}

  /** By a token that never changes. */
  record Bearer(Secret token) implements Login {}

  /** By name and password. */
  record Basic(String user, Secret password) implements Login {}

  /** By tokens of an OAuth 2 server, for client credentials (RFC 6749 §4.4). */
  record ClientCredentials(URI tokens, String client, Secret secret, Optional<String> scope)
      implements Login {}

  static Login read(YamlMap options) {
    return options.optionalMap("login").flatMap(Login::of).orElse(new None());
  }

  private static Optional<Login> of(YamlMap login) {
    login.allow("bearer", "user", "password", "tokens", "client", "secret", "scope");
    if (login.keys().contains("bearer")) {
      return login.secret("bearer").map(Bearer::new);
    }
    if (login.keys().contains("user")) {
      return login
          .text("user")
          .flatMap(user -> login.secret("password").map(password -> new Basic(user, password)));
    }
    Optional<String> client = login.text("client");
    Optional<Secret> secret = login.secret("secret");
    return Address.read(login, "tokens")
        .flatMap(tokens ->
            client.flatMap(name ->
                secret.map(hidden ->
                    new ClientCredentials(
                        URI.create(tokens), name, hidden, login.optionalText("scope")))));
  }
}
