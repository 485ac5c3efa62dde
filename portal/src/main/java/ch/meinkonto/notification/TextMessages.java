package ch.meinkonto.notification;

import ch.meinkonto.platform.PortalSettings;
import ch.meinkonto.platform.web.Texts;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Tells phones something by SMS: the message is stored in the caller's transaction and sent right
 * after it, beside the request.
 */
@Component
public class TextMessages {

  private final Outgoing outgoing;
  private final Gateways gateways;
  private final SmsSettings settings;
  private final Texts texts;
  private final CityName city;
  private final PortalSettings portal;

  TextMessages(
      Outgoing outgoing,
      Gateways gateways,
      SmsSettings settings,
      Texts texts,
      CityName city,
      PortalSettings portal) {
    this.outgoing = outgoing;
    this.gateways = gateways;
    this.settings = settings;
    this.texts = texts;
    this.city = city;
    this.portal = portal;
  }

  /** Whether there is somebody who carries them. */
  public boolean available() {
    return gateways.of(Carrier.SMS).isPresent();
  }

  /** To whose numbers they may go: ISO 3166 codes, the city's own first. */
  public List<String> countries() {
    return settings.countries();
  }

  /** How many the city pays for in an hour; whoever sends asks before. */
  public int budget() {
    return settings.perHour();
  }

  /** Sends it once the caller's transaction is through. */
  @Transactional
  public void send(TextMessage message) {
    var values =
        Map.of(
            "to", message.number(),
            "digits", message.number().substring(1),
            "from", settings.from(),
            "text", text(message));
    outgoing.add(Carrier.SMS, values, message.sendUntil());
  }

  private String text(TextMessage message) {
    var values = new HashMap<>(message.values());
    values.putIfAbsent("city", city.in(message.locale()));
    values.putIfAbsent("host", portal.baseUrl().getHost());
    return Letters.filled(
        texts.text(message.locale(), "notification.sms." + message.kind()), values);
  }
}
