package ch.meinkonto.connector;

import java.io.IOException;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/** Opens the port for health and figures, if one is set. */
@Component
class HealthPort implements DisposableBean {

  private static final Logger log = LoggerFactory.getLogger(HealthPort.class);

  private final ConnectorSettings settings;
  private Optional<Health> health = Optional.empty();

  HealthPort(ConnectorSettings settings) {
    this.settings = settings;
  }

  /** A port that is taken keeps nobody from being served. */
  void open(Connections connections) {
    if (settings.healthPort() == 0) {
      return;
    }
    try {
      health = Optional.of(Health.serve(settings.healthPort(), connections::health));
    } catch (IOException e) {
      log.warn("CONNECTOR_PORT {} cannot be used: {}", settings.healthPort(), e.getMessage());
    }
  }

  @Override
  public void destroy() {
    health.ifPresent(Health::close);
  }
}
