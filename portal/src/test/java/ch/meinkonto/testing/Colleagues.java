package ch.meinkonto.testing;

import static org.assertj.core.api.Assertions.assertThat;

import ch.meinkonto.platform.Command;
import java.net.URI;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** People who run a portal: with an account, a passkey, and a role that the command gave them. */
public record Colleagues(int port, URI baseUrl, Mailbox mailbox, Collection<Command> commands) {

  private static final String PASSKEYS = "/konto/passkeys";

  /** Somebody with this role, and these units if it is a service owner. */
  public Resident hire(String given, String role, String... units) {
    var person = resident(given);
    var arguments = new ArrayList<>(List.of("add", person.email(), role));
    arguments.addAll(Arrays.asList(units));
    assertThat(staff(arguments.toArray(String[]::new))).isZero();
    return person;
  }

  /** Somebody with an account, two factors, and no role. */
  public Resident resident(String given) {
    var person = Resident.named(given, "Betrieb", port);
    person.register(mailbox);
    var browser = person.browser();
    var token = browser.token(PASSKEYS);
    var options = browser.post(PASSKEYS + "/optionen", token, Map.of()).body();
    var made = SoftwareAuthenticator.at(baseUrl).make(options);
    browser.post(PASSKEYS, token, Map.of("answer", made, "name", "Schlüssel"));
    return person;
  }

  /** What {@code bin/portal staff …} answers. */
  public int staff(String... arguments) {
    return commands.stream()
        .filter(command -> command.name().equals("staff"))
        .findFirst()
        .orElseThrow()
        .run(List.of(arguments));
  }
}
