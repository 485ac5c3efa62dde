package ch.meinkonto.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * Anna signs in to an application on Spring Security's client. What that accepts, it has verified.
 */
class SpringRelyingPartyTest extends Journey {

  private ConfigurableApplicationContext spring;

  @BeforeAll
  void startApplication() {
    spring = SpringRelyingParty.start(OwnApplication.ORCHESTRA, city.portal());
  }

  @Test
  void springSignsHerInAndHearsThatSheLoggedOut() {
    try (var window = chromium.window(390, 844, false)) {
      var home = SpringRelyingParty.home(spring);
      var begin = home.resolve("/oauth2/authorization/mein-konto");
      window.open(home.resolve(SpringRelyingParty.BACK + "?code=x&state=y"));
      assertThat(window.path()).isEqualTo("/login");

      window.open(begin);
      window.follow("Konto eröffnen");
      var anna = new Entrance(city, window).register();
      window.press("Einverstanden");
      assertThat(text(window))
          .contains("name=Anna Bernasconi-Oberholzer", "email=" + anna)
          .contains("acr=urn:mein-konto:acr:login", "amr=[pwd]");

      window.open(home.resolve("/oauth2/authorization/mein-konto?max_age=0"));
      window.page().locator("[name=password]").fill(Entrance.PASSWORD);
      window.press("Bestätigen");
      assertThat(text(window)).contains("email=" + anna);

      new Entrance(city, window).logOut();
      Waiting.untilTrue(
          "the application to hear of it",
          () -> {
            window.open(home);
            return text(window).equals("niemand");
          });

      window.open(begin);
      new Entrance(city, window).logIn(anna);
      assertThat(text(window)).contains("email=" + anna);
      window.open(home.resolve("/abmelden"));
      assertThat(text(window)).isEqualTo("niemand");
      window.open(city.portal().resolve("/konto"));
      assertThat(window.path()).isEqualTo("/anmelden");
    }
  }

  private static String text(Window window) {
    return window.page().locator("body").innerText().strip();
  }

  @AfterAll
  void endApplication() {
    if (spring != null) {
      spring.close();
    }
  }
}
