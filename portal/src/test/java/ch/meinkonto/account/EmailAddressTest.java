package ch.meinkonto.account;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EmailAddressTest {

  @ParameterizedTest
  @CsvSource({
    "maya@example.org, maya@example.org",
    "'  Maya.Keller@Example.ORG ', maya.keller@example.org",
    "maya+stadt@example.org, maya+stadt@example.org",
    "maya@zürich.example, maya@xn--zrich-kva.example",
    "o'neill@example.org, o'neill@example.org",
    "ｍａｙａ@example.org, maya@example.org"
  })
  void hasOneSpelling(String typed, String address) {
    assertThat(EmailAddress.parse(typed)).contains(new EmailAddress(address));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "@",
        "maya",
        "maya@",
        "@example.org",
        "maya@localhost",
        "maya@@example.org",
        "maya@example..org",
        ".maya@example.org",
        "maya@-example.org",
        "ma ya@example.org",
        "maya@example.org\nBcc: all@example.org",
        "maya\u0000@example.org",
        "maya@exa\u0000mple.org",
        "<maya@example.org>",
        "maya@example.org,noemi@example.org",
        "müller@example.org"
      })
  void isNothingElse(String typed) {
    assertThat(EmailAddress.parse(typed)).isEmpty();
  }

  @Test
  void isNotEndless() {
    assertThat(EmailAddress.parse("a".repeat(10_000) + "@example.org")).isEmpty();
    assertThat(EmailAddress.parse("a".repeat(65) + "@example.org")).isEmpty();
    assertThat(EmailAddress.parse("a".repeat(64) + "@example.org")).isPresent();
  }
}
