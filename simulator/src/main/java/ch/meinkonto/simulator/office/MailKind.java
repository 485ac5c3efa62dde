package ch.meinkonto.simulator.office;

import ch.meinkonto.simulator.SimulatorSettings;
import jakarta.annotation.PreDestroy;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.yaml.snakeyaml.Yaml;

/** Offices that read mail. Their server starts, and their keys are made, with the first of them. */
@Component
final class MailKind implements OfficeKind {

  private final SimulatorSettings settings;
  private @Nullable UnitMail server;

  MailKind(SimulatorSettings settings) {
    this.settings = settings;
  }

  @Override
  public String name() {
    return "mail";
  }

  @Override
  public synchronized Office open(Room room) {
    var keys = new MailKeys(settings.mailFolder());
    var known = server;
    if (known == null) {
      known = new UnitMail(keys, settings.unitsSmtpPort(), settings.unitsImapPort());
      server = known;
    }
    var options = options(room.unit());
    var connector = String.valueOf(options.get("from"));
    known.open(connector);
    var mailboxes = mailboxes(options, keys);
    mailboxes.keySet().forEach(known::open);
    return new MailOffice(room, known, mailboxes, connector, keys.of("connector").certificate());
  }

  /** The unit's mailbox first, then those of its offices; each has a key named after it. */
  private static Map<String, MailKeys.Pair> mailboxes(Map<?, ?> options, MailKeys keys) {
    var mailboxes = new LinkedHashMap<String, MailKeys.Pair>();
    add(options, keys, mailboxes);
    if (options.get("offices") instanceof Map<?, ?> offices) {
      offices.values().forEach(office -> add((Map<?, ?>) office, keys, mailboxes));
    }
    return mailboxes;
  }

  private static void add(Map<?, ?> options, MailKeys keys, Map<String, MailKeys.Pair> to) {
    var address = String.valueOf(options.get("to"));
    to.put(address, keys.of(address.substring(0, address.indexOf('@'))));
  }

  /** What the connector's file says about the unit. */
  private Map<?, ?> options(String unit) {
    try (var reader = Files.newBufferedReader(settings.city().resolve("connector.yaml"))) {
      Map<String, Map<String, Map<?, ?>>> file = new Yaml().load(reader);
      return file.getOrDefault("units", Map.of()).getOrDefault(unit, Map.of());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @PreDestroy
  synchronized void close() {
    if (server != null) {
      server.close();
    }
  }
}
