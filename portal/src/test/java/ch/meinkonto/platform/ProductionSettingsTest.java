package ch.meinkonto.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.springframework.mock.env.MockEnvironment;

class ProductionSettingsTest {

  @Test
  void withoutAnythingOfItsOwnProductionNamesAllThatIsMissing() {
    assertThatThrownBy(() -> PortalSettings.from(production()))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContainingAll(
            "DATABASE_URL",
            "DATABASE_USER",
            "DATABASE_PASSWORD",
            "CITY_DIR",
            "UNIT_KEYS_DIR",
            "SMTP_URL",
            "MAIL_FROM",
            "MASTER_KEY_FILE",
            "BASE_URL");
  }

  @Test
  void aCertificateForTheDatabaseReplacesItsPassword() {
    var settings =
        complete()
            .withProperty("DATABASE_PASSWORD", "")
            .withProperty("DATABASE_URL", "postgresql://db/portal?sslcert=a.pem&sslkey=a.key");
    assertThat(PortalSettings.from(settings).demo()).isFalse();
  }

  @Test
  void anAddressWithoutTlsIsRefused() {
    assertThatThrownBy(
            () -> PortalSettings.from(complete().withProperty("BASE_URL", "http://stadt.ch")))
        .hasMessageContaining("BASE_URL")
        .hasMessageNotContaining("DATABASE_URL");
  }

  @Test
  void theDemosSenderIsRefused() {
    var settings = complete().withProperty("MAIL_FROM", "mein-konto@stadt.example");
    assertThatThrownBy(() -> PortalSettings.from(settings)).hasMessageContaining("MAIL_FROM");
  }

  @Test
  void aSecretIsNotRepeatedInTheMessage() {
    assertThatThrownBy(() -> PortalSettings.from(complete().withProperty("MAIL_FROM", " ")))
        .hasMessageContaining("MAIL_FROM")
        .hasMessageNotContaining("geheim");
  }

  @Test
  void theDemosPhoneIsRefused() {
    var settings = complete().withProperty("SMS_URL", "http://localhost:8081/telefon/sms");
    assertThatThrownBy(() -> PortalSettings.from(settings))
        .hasMessageContainingAll("SMS_URL", "SMS_TOKEN_FILE")
        .hasMessageNotContaining("8081");
  }

  @Test
  void aGatewayForTextMessagesOverTlsWithATokenIsTaken() {
    var settings =
        complete()
            .withProperty("SMS_URL", "https://sms.anbieter.ch/v1")
            .withProperty("SMS_TOKEN", "geheim");
    assertThat(PortalSettings.from(settings).demo()).isFalse();
  }

  @Test
  void withAllOfItProductionRunsOverTls() {
    var settings = PortalSettings.from(complete());
    assertThat(settings.demo()).isFalse();
    assertThat(settings.tls()).isTrue();
  }

  private static MockEnvironment complete() {
    return production()
        .withProperty("DATABASE_URL", "postgresql://database/portal")
        .withProperty("DATABASE_USER", "portal")
        .withProperty("DATABASE_PASSWORD", "geheim")
        .withProperty("CITY_DIR", "city")
        .withProperty("UNIT_KEYS_DIR", "keys")
        .withProperty("SMTP_URL", "smtp://mail")
        .withProperty("MAIL_FROM", "konto@stadt.ch")
        .withProperty("MASTER_KEY_FILE", "master.json")
        .withProperty("BASE_URL", "https://konto.stadt.ch");
  }

  private static MockEnvironment production() {
    return new MockEnvironment()
        .withProperty("meinkonto.mode", "production")
        .withProperty("meinkonto.base-url", "${BASE_URL:http://localhost:8080}")
        .withProperty("meinkonto.data-dir", ".run")
        .withProperty("meinkonto.city-dir", "${CITY_DIR:city/zuerich}")
        .withProperty("meinkonto.unit-keys-dir", ".run/unit-keys");
  }
}
