package ch.meinkonto.simulator.office;

import ch.meinkonto.contract.Json;
import ch.meinkonto.contract.Offer;
import ch.meinkonto.simulator.SimulatorSettings;
import ch.meinkonto.unit.PortalRefused;
import ch.meinkonto.unit.PortalUnavailable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.yaml.snakeyaml.Yaml;

/**
 * Says what the offices offer to be booked: over the contract where their system speaks it, else in
 * files that the connector reads.
 */
@Component
class OfferBoard {

  private static final Logger log = LoggerFactory.getLogger(OfferBoard.class);
  private static final ZoneId ZONE = ZoneId.of("Europe/Zurich");

  private final SimulatorSettings settings;
  private final Offices offices;
  private final Timetable timetable;
  private final Map<String, Offer> said = new ConcurrentHashMap<>();

  OfferBoard(SimulatorSettings settings, Offices offices) {
    this.settings = settings;
    this.offices = offices;
    this.timetable = Timetable.read(settings.city());
  }

  /** Looks what there is today; what was said before is not said again. */
  @Scheduled(initialDelay = 1, fixedDelay = 5, timeUnit = TimeUnit.SECONDS)
  void say() {
    var now = LocalDateTime.now(ZONE);
    for (var service : timetable.services()) {
      try {
        timetable.of(service, now).forEach((id, offer) -> say(service, id, offer));
      } catch (PortalUnavailable | PortalRefused | UncheckedIOException e) {
        log.debug("What {} offers is said again soon", service, e);
      }
    }
  }

  private void say(String service, String id, Offer offer) {
    var name = service + "/" + id;
    if (offer.equals(said.get(name))) {
      return;
    }
    var unit = unit(service);
    offices
        .find(unit, ContractOffice.class)
        .ifPresentOrElse(
            office -> office.offers().publish(service, id, offer),
            () -> write(settings.offers(unit).resolve(service), id, offer));
    said.put(name, offer);
  }

  private static void write(Path folder, String id, Offer offer) {
    try {
      Files.createDirectories(folder);
      var part = Files.write(folder.resolve(id + ".part"), Json.bytes(offer));
      Files.move(part, folder.resolve(id + ".json"), StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private String unit(String service) {
    try (var reader =
        Files.newBufferedReader(settings.city().resolve("services").resolve(service + ".yaml"))) {
      Map<String, Object> file = new Yaml().load(reader);
      return String.valueOf(file.get("unit"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
