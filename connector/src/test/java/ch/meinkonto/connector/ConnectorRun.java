package ch.meinkonto.connector;

import static org.assertj.core.api.Assertions.assertThat;

import ch.meinkonto.connector.worklist.web.WebDoor;
import com.nimbusds.jose.jwk.JWKSet;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.ParseException;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

/** The whole connector at work, with a small portal for the lost property office. */
public final class ConnectorRun implements AutoCloseable {

  private final SmallPortal portal;
  private final ConfigurableApplicationContext connector;

  private ConnectorRun(SmallPortal portal, ConfigurableApplicationContext connector) {
    this.portal = portal;
    this.connector = connector;
  }

  /** Starts with this configuration; the worklist's pages get any free port. */
  public static ConnectorRun start(Path root, String yaml) throws IOException {
    Files.writeString(root.resolve("connector.yaml"), yaml);
    SmallPortal portal = new SmallPortal(() -> publicKeys(root));
    ConfigurableApplicationContext connector =
        SpringApplication.run(
            Connector.class,
            "--connector.portal=" + portal.address(),
            "--connector.city-dir=" + root,
            "--connector.data-dir=" + root.resolve("data"),
            "--connector.config=" + root.resolve("connector.yaml"),
            "--connector.worklist-port=0");
    assertThat(Connector.serve(connector)).isEqualTo(Connector.RUNNING);
    return new ConnectorRun(portal, connector);
  }

  private static JWKSet publicKeys(Path root) {
    try {
      return JWKSet.load(
          root.resolve("data/unit-keys").resolve(Samples.UNIT + ".jwks.json").toFile());
    } catch (IOException | ParseException e) {
      throw new AssertionError(e);
    }
  }

  public SmallPortal portal() {
    return portal;
  }

  public int worklistPort() {
    return connector.getBean(WebDoor.class).port();
  }

  @Override
  public void close() {
    connector.close();
    portal.close();
  }
}
