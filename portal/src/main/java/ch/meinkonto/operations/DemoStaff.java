package ch.meinkonto.operations;

import ch.meinkonto.account.Accounts;
import ch.meinkonto.account.EmailAddress;
import ch.meinkonto.account.PersonName;
import ch.meinkonto.login.DemoLogin;
import ch.meinkonto.platform.PortalSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * In the demo, everybody may run the portal: two operators and an auditor have accounts, and how
 * they log in is in a file that the simulator shows. Without {@code DEMO_STAFF}, which {@code
 * bin/run} sets, there are none.
 */
@Component
class DemoStaff {

  private static final String PASSWORD = "nur fuer die Demo";

  private static final List<Person> PEOPLE =
      List.of(
          new Person("Olga", Role.OPERATOR),
          new Person("Otto", Role.OPERATOR),
          new Person("Rita", Role.AUDITOR));

  private final String file;
  private final PortalSettings settings;
  private final DemoLogin logins;
  private final Accounts accounts;
  private final Staff staff;
  private final JsonMapper json;

  DemoStaff(
      @Value("${meinkonto.demo-staff}") String file,
      PortalSettings settings,
      DemoLogin logins,
      Accounts accounts,
      Staff staff,
      JsonMapper json) {
    this.file = file;
    this.settings = settings;
    this.logins = logins;
    this.accounts = accounts;
    this.staff = staff;
    this.json = json;
  }

  private record Person(String given, Role role) {

    EmailAddress email() {
      return EmailAddress.parse(given + "@betrieb.example").orElseThrow();
    }
  }

  @EventListener(ApplicationReadyEvent.class)
  void hire() throws IOException {
    if (file.isEmpty() || !settings.demo() || isKnown(PEOPLE.getFirst())) {
      return;
    }
    var hired = PEOPLE.stream().map(this::hire).toList();
    var part = Path.of(file + ".part");
    Files.write(part, json.writeValueAsBytes(hired));
    Files.move(part, Path.of(file), StandardCopyOption.REPLACE_EXISTING);
  }

  private boolean isKnown(Person person) {
    return accounts.byEmail(person.email()).isPresent();
  }

  private Map<String, String> hire(Person person) {
    var opened = logins.open(new PersonName(person.given(), "Betrieb"), person.email(), PASSWORD);
    staff.add(new StaffMember(opened.account(), person.role(), Set.of()));
    return Map.of(
        "login", person.email().value(),
        "name", person.given() + " Betrieb",
        "unit", person.role().code(),
        "password", PASSWORD,
        "secret", Base64.getEncoder().encodeToString(opened.secret()));
  }
}
