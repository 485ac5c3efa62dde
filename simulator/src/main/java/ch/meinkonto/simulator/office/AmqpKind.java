package ch.meinkonto.simulator.office;

import ch.meinkonto.simulator.SimulatorSettings;
import jakarta.annotation.PreDestroy;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Offices that read from a queue; their broker starts with the first of them. */
@Component
final class AmqpKind implements OfficeKind {

  private final SimulatorSettings settings;
  private @Nullable AmqpBroker broker;

  AmqpKind(SimulatorSettings settings) {
    this.settings = settings;
  }

  @Override
  public String name() {
    return "amqp";
  }

  @Override
  public Office open(Room room) {
    return new AmqpOffice(broker(), settings.offices().resolve(room.unit()), room);
  }

  private synchronized AmqpBroker broker() {
    var running = broker;
    if (running == null) {
      running = AmqpBroker.start(settings.offices().resolve("broker"), settings.amqpPort());
      broker = running;
    }
    return running;
  }

  @PreDestroy
  synchronized void stop() throws IOException {
    if (broker != null) {
      broker.close();
    }
  }
}
