package ch.meinkonto.operations;

import static org.assertj.core.api.Assertions.assertThat;

import ch.meinkonto.account.Accounts;
import ch.meinkonto.account.EmailAddress;
import ch.meinkonto.login.CurrentLogin;
import ch.meinkonto.login.DemoLogin;
import ch.meinkonto.platform.PortalSettings;
import ch.meinkonto.testing.PortalTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.json.JsonMapper;

/** In the demo, everybody may be Olga or Otto. */
@PortalTest
class DemoStaffTest {

  @Autowired PortalSettings settings;
  @Autowired DemoLogin logins;
  @Autowired CurrentLogin login;
  @Autowired Accounts accounts;
  @Autowired Staff staff;
  @Autowired JsonMapper json;
  @TempDir Path folder;

  @Test
  void areHiredOnceWithTwoFactorsAndSayHowTheyLogIn() throws IOException {
    hired("").hire();
    assertThat(accounts.byEmail(address("olga"))).isEmpty();

    var file = folder.resolve("staff.json");
    hired(file.toString()).hire();
    var written = json.readTree(Files.readAllBytes(file));
    assertThat(written).hasSize(3);
    assertThat(written.findValuesAsString("unit"))
        .containsExactly("operator", "operator", "auditor");
    var olga = accounts.byEmail(address("olga")).orElseThrow();
    assertThat(staff.find(olga).orElseThrow().operates()).isTrue();
    assertThat(login.canProve(olga, false)).isTrue();

    Files.delete(file);
    hired(file.toString()).hire();
    assertThat(file).doesNotExist();
  }

  private DemoStaff hired(String file) {
    return new DemoStaff(file, settings, logins, accounts, staff, json);
  }

  private static EmailAddress address(String who) {
    return EmailAddress.parse(who + "@betrieb.example").orElseThrow();
  }
}
