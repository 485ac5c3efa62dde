package ch.meinkonto.simulator;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import org.springframework.boot.convert.DurationStyle;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** Where the simulator finds the portal and keeps what its offices received. */
@Component
public class SimulatorSettings {

  private final Environment environment;

  SimulatorSettings(Environment environment) {
    this.environment = environment;
  }

  /** The portal's address. */
  public URI portal() {
    return URI.create(environment.getRequiredProperty("simulator.portal"));
  }

  /** The example city's folder. */
  public Path city() {
    return Path.of(environment.getRequiredProperty("simulator.city-dir"));
  }

  /** The folder in which the offices keep their cases and their private keys. */
  public Path offices() {
    return Path.of(environment.getRequiredProperty("simulator.data-dir")).resolve("offices");
  }

  /** The folder in which the portal finds the units' public keys. */
  public Path publicKeys() {
    return Path.of(environment.getRequiredProperty("simulator.unit-keys-dir"));
  }

  /** The folder that the connector fills for a unit. */
  public Path connectorFolder(String unit) {
    return Path.of(environment.getRequiredProperty("simulator.data-dir"), "connector", unit);
  }

  /** The folder in which the connector finds what a unit offers to be booked. */
  public Path offers(String unit) {
    return Path.of(environment.getRequiredProperty("simulator.data-dir"), "offers", unit);
  }

  /** The file with the demo's clerks. */
  public Path demoClerks() {
    return Path.of(environment.getRequiredProperty("simulator.data-dir"), "demo-clerks.json");
  }

  /** The file with the people who run the demo's portal, which the portal writes. */
  public Path demoStaff() {
    return Path.of(environment.getRequiredProperty("simulator.data-dir"), "demo-staff.json");
  }

  /** The folder with the payment provider’s secrets and transactions. */
  public Path payments() {
    return Path.of(environment.getRequiredProperty("simulator.data-dir"), "payment");
  }

  /** Where the clerks of units without a system work. */
  public URI worklist() {
    return URI.create(
        "http://localhost:" + environment.getRequiredProperty("simulator.worklist-port"));
  }

  /** How long an office takes for one step of a case. */
  public Duration pace() {
    return Duration.ofMillis(environment.getRequiredProperty("simulator.pace-millis", Long.class));
  }

  /** How long a request is the office's while it takes it. */
  public Duration lease() {
    return DurationStyle.detectAndParse(environment.getRequiredProperty("simulator.lease"));
  }

  /** The port that takes mail. */
  public int mailPort() {
    return environment.getRequiredProperty("simulator.mail-port", Integer.class);
  }

  /** The port of the message broker that some offices have. */
  public int amqpPort() {
    return environment.getRequiredProperty("simulator.amqp-port", Integer.class);
  }

  /** The port of the server onto which files are put. */
  public int sftpPort() {
    return environment.getRequiredProperty("simulator.sftp-port", Integer.class);
  }

  /** The folder with the keys of those who write mail to each other. */
  public Path mailFolder() {
    return Path.of(environment.getRequiredProperty("simulator.data-dir"), "mail");
  }

  /** The port at which the units' own mail server takes mail. */
  public int unitsSmtpPort() {
    return environment.getRequiredProperty("simulator.units-smtp-port", Integer.class);
  }

  /** The port at which the units' own mail server shows mailboxes. */
  public int unitsImapPort() {
    return environment.getRequiredProperty("simulator.units-imap-port", Integer.class);
  }

  /** The simulator's own address, where push deliveries go. */
  public URI self() {
    return URI.create("http://localhost:" + environment.getRequiredProperty("server.port"));
  }
}
