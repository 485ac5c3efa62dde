package ch.meinkonto.delivery;

import ch.meinkonto.directory.Directory;
import ch.meinkonto.directory.UnitKeysChanged;
import ch.meinkonto.directory.UnitKeysChanged.What;
import ch.meinkonto.notification.Notice;
import ch.meinkonto.notification.Notifications;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Tells people what happened to a unit's keys, so that nobody changes them unnoticed. */
@Component
class KeyNotices {

  private final Directory directory;
  private final ObjectProvider<Notifications> notifications;
  private final DeliverySettings settings;

  KeyNotices(
      Directory directory, ObjectProvider<Notifications> notifications, DeliverySettings settings) {
    this.directory = directory;
    this.notifications = notifications;
    this.settings = settings;
  }

  @EventListener
  void on(UnitKeysChanged event) {
    var unit = directory.unit(event.unit());
    var office = unit.flatMap(known -> Optional.ofNullable(known.contact().email()));
    var name = unit.map(known -> known.name().in(Locale.GERMAN)).orElse(event.unit().value());
    // Whoever hands keys in has proved nothing yet: their address gets no mail.
    var addresses =
        event.what() == What.HANDED_IN
            ? Stream.of(settings.operators())
            : Stream.concat(
                event.contacts().stream(), Stream.of(office.orElse(""), settings.operators()));
    addresses
        .filter(address -> !address.isBlank())
        .distinct()
        .forEach(address ->
            notifications
                .getObject()
                .tell(
                    new Notice(
                        kind(event.what()),
                        address,
                        Locale.GERMAN,
                        Map.of("unit", name, "fingerprint", event.fingerprint()))));
  }

  private static String kind(What what) {
    return "unit-keys-" + what.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
