package ch.meinkonto.notification;

import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Which text messages leave the portal; {@link GatewaySettings} says how.
 *
 * @param from the name that phones show: at most eleven letters and digits
 * @param countries to whose mobile numbers messages may go
 * @param perHour how many messages the city pays for in an hour
 */
@ConfigurationProperties("meinkonto.sms")
record SmsSettings(
    @DefaultValue("Mein Konto") String from,
    @DefaultValue({"CH", "LI", "DE", "AT", "FR", "IT"}) List<String> countries,
    @DefaultValue("500") int perHour) {

  SmsSettings {
    countries = List.copyOf(countries);
  }
}
