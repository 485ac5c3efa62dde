package ch.meinkonto.simulator.office;

import ch.meinkonto.simulator.SimulatorSettings;
import ch.meinkonto.simulator.letter.ActivationDesk;
import ch.meinkonto.simulator.letter.Letterboxes;
import ch.meinkonto.unit.PortalUnavailable;
import ch.meinkonto.unit.Unit;
import ch.meinkonto.unit.UnitKeys;
import ch.meinkonto.unit.UnitSettings;
import jakarta.annotation.PreDestroy;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.yaml.snakeyaml.error.YAMLException;

/**
 * All offices of the city whose own systems are played here: those that fetch, and those that are
 * pushed to.
 */
@Component
class Offices {

  private static final Logger log = LoggerFactory.getLogger(Offices.class);

  private final SimulatorSettings settings;
  private final Scripts scripts;
  private final Letterboxes letters;
  private final Map<String, OfficeKind> kinds = new HashMap<>();
  private final Map<String, Office> offices = new ConcurrentSkipListMap<>();
  private final List<Unit> connections = new CopyOnWriteArrayList<>();
  private Map<Path, FileTime> looked = Map.of();

  Offices(SimulatorSettings settings, Letterboxes letters, List<OfficeKind> kinds)
      throws IOException {
    this.settings = settings;
    kinds.forEach(kind -> this.kinds.put(kind.name(), kind));
    this.letters = letters;
    this.scripts = Scripts.read(settings.city());
    for (var channel : channels()) {
      offices.put(channel.unit(), office(channel));
    }
  }

  /** Whom the connector is to serve waits for it: another system would fetch in its place. */
  private List<Channels.Channel> channels() throws IOException {
    return Channels.read(settings.city()).stream()
        .filter(channel -> channel.isContract() || kinds.containsKey(channel.kind()))
        .toList();
  }

  private Office office(Channels.Channel channel) throws IOException {
    var cases = new CaseFolder(settings.offices().resolve(channel.unit()));
    var room =
        new Room(
            channel.unit(), cases, scripts, Clock.systemUTC(), settings.pace(), new Switches());
    var kind = kinds.get(channel.kind());
    if (kind != null) {
      return kind.open(room);
    }
    var unit = connect(channel);
    connections.add(unit);
    return new ContractOffice(room, unit);
  }

  private Unit connect(Channels.Channel channel) throws IOException {
    var unit = channel.unit();
    var keys = keys(unit);
    Files.createDirectories(settings.publicKeys());
    if (channel.kind().equals("push")) {
      var address = settings.self().resolve("/push/" + unit);
      Files.writeString(
          settings.publicKeys().resolve(unit + ".push.json"), "{\"url\":\"" + address + "\"}\n");
    }
    keys.writePublic(settings.publicKeys().resolve(unit + ".jwks.json"));
    return Unit.connect(
        UnitSettings.of(settings.portal(), keys)
            .withLease(settings.lease())
            .withActivations(new ActivationDesk(unit, letters, Clock.systemUTC())));
  }

  private UnitKeys keys(String unit) throws IOException {
    Path file = settings.offices().resolve(unit).resolve("keys").resolve("private.jwks.json");
    if (!Files.exists(file)) {
      UnitKeys.generate(unit).writePrivate(file);
    }
    return UnitKeys.read(unit, file);
  }

  @EventListener(ApplicationReadyEvent.class)
  void open() {
    offices.values().forEach(Offices::receive);
    Thread.ofVirtual().name("work").start(this::work);
    log.info("{} offices are open", offices.size());
  }

  private static void receive(Office office) {
    Thread.ofVirtual().name("fetch-" + office.unitId()).start(office::receive);
  }

  /** Somebody may add the first service of a unit while the city runs. */
  @Scheduled(fixedDelay = 2, timeUnit = TimeUnit.SECONDS)
  void openNewOnes() {
    try {
      var written = Channels.written(settings.city());
      if (written.equals(looked)) {
        return;
      }
      for (var channel : channels()) {
        if (!offices.containsKey(channel.unit())) {
          var office = office(channel);
          offices.put(channel.unit(), office);
          receive(office);
          log.info("{} is open", channel.unit());
        }
      }
      looked = written;
    } catch (IOException | YAMLException halfWritten) {
      log.debug("The city’s folder is looked at again soon", halfWritten);
    }
  }

  private void work() {
    while (!Thread.currentThread().isInterrupted()) {
      for (var office : offices.values()) {
        workIn(office);
      }
      try {
        Thread.sleep(Math.max(50, settings.pace().toMillis() / 4));
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }

  private static void workIn(Office office) {
    try {
      if (office.room().switches().isAtWork(Instant.now())) {
        office.work();
      }
    } catch (PortalUnavailable | UncheckedIOException e) {
      log.warn("{} goes on later: {}", office.unitId(), e.getMessage());
    } catch (RuntimeException e) { // the others have nothing to do with it
      log.error("{} goes on later", office.unitId(), e);
    }
  }

  Optional<Office> find(String unit) {
    return Optional.ofNullable(offices.get(unit));
  }

  /** The office of a unit, if it has such a system. */
  <T extends Office> Optional<T> find(String unit, Class<T> system) {
    return find(unit).filter(system::isInstance).map(system::cast);
  }

  List<Office> all() {
    return List.copyOf(offices.values());
  }

  @PreDestroy
  void close() {
    connections.forEach(Unit::close);
  }
}
