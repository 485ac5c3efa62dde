package ch.meinkonto.login;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReturnPathTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/",
        "/konto/export?x=1",
        "/antrag/0198-7f/adresse#plz",
        "/suche?q=z%C3%BCgeln&seite=2"
      })
  void leadsToAPageOfThisPortal(String wish) {
    assertThat(ReturnPath.of(wish).path()).isEqualTo(wish);
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(
      strings = {
        "",
        "konto",
        "//evil.example",
        "///evil.example",
        "/\\evil.example",
        "\\\\evil.example",
        "/%5cevil.example",
        "/%2fevil.example",
        "/%2Fevil.example",
        "https://evil.example",
        "https:evil.example",
        "javascript:alert(1)",
        "/\t/evil.example",
        "/\n/evil.example",
        " //evil.example",
        "/konto\r\nSet-Cookie: a=b",
        "/a/../..//evil.example",
        "/ümlaut",
        "/%",
        "/anmelden",
        "/anmelden?weiter=/anmelden",
        "/abmelden",
        "/registrieren/code",
        "/contract/v1/token"
      })
  void leadsNowhereElse(String wish) {
    assertThat(ReturnPath.of(wish)).isEqualTo(ReturnPath.DEFAULT);
  }

  @Test
  void isNotEndless() {
    assertThat(ReturnPath.of("/" + "a".repeat(10_000))).isEqualTo(ReturnPath.DEFAULT);
  }

  @Test
  void isCarriedByThePageInBetween() {
    assertThat(ReturnPath.of("/antrag/1?x=1&y=2").carriedBy("/anmelden"))
        .isEqualTo("/anmelden?weiter=%2Fantrag%2F1%3Fx%3D1%26y%3D2");
    assertThat(ReturnPath.DEFAULT.carriedBy("/anmelden")).isEqualTo("/anmelden");
  }
}
