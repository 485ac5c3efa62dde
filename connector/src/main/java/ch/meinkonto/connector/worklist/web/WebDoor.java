package ch.meinkonto.connector.worklist.web;

import ch.meinkonto.connector.ChannelRefused;
import ch.meinkonto.connector.ConnectorSettings;
import ch.meinkonto.connector.worklist.Door;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.BeansException;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnNotWebApplication;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.boot.web.server.servlet.context.AnnotationConfigServletWebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.stereotype.Component;

/** Serves the pages on a port of their own, in a context of their own, while a unit needs them. */
@Component
@ConditionalOnNotWebApplication
public final class WebDoor implements Door, DisposableBean {

  private static final Logger log = LoggerFactory.getLogger(WebDoor.class);

  private final ConfigurableApplicationContext connector;
  private final ConnectorSettings settings;
  private @Nullable AnnotationConfigServletWebServerApplicationContext pages;

  WebDoor(ConfigurableApplicationContext connector, ConnectorSettings settings) {
    this.connector = connector;
    this.settings = settings;
  }

  @Override
  public synchronized void open() throws ChannelRefused {
    if (pages != null) {
      return;
    }
    checkAddress();
    var fresh = new AnnotationConfigServletWebServerApplicationContext();
    try {
      fresh.setId("worklist");
      fresh.setParent(connector);
      fresh.register(WebConfiguration.class);
      fresh.refresh();
    } catch (BeansException | PortInUseException e) {
      fresh.close();
      throw new ChannelRefused(
          "the worklist's pages cannot be served on %s, port %d: %s; WORKLIST_PORT chooses another"
              .formatted(settings.worklistAddress(), settings.worklistPort(), root(e)),
          e);
    }
    pages = fresh;
    log.info(
        "the worklists are at {}",
        settings.worklistUrl().map(URI::toString).orElse("http://localhost:" + port()));
  }

  /** Passwords and cases never travel in clear between machines. */
  private void checkAddress() throws ChannelRefused {
    try {
      boolean here = InetAddress.getByName(settings.worklistAddress()).isLoopbackAddress();
      boolean sealed =
          settings.worklistUrl().filter(url -> "https".equals(url.getScheme())).isPresent();
      if (!here && !sealed) {
        throw new ChannelRefused(
            "WORKLIST_ADDRESS %s is reached from other machines: put a proxy with TLS in front, and say"
                    .formatted(settings.worklistAddress())
                + " its https address in WORKLIST_URL");
      }
    } catch (UnknownHostException e) {
      throw new ChannelRefused("WORKLIST_ADDRESS is no address of this machine", e);
    }
  }

  private static String root(Throwable failure) {
    Throwable root = failure;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    return root.getClass().getSimpleName() + ": " + root.getMessage();
  }

  /** The port on which the pages are served. */
  public synchronized int port() {
    return Objects.requireNonNull(Objects.requireNonNull(pages).getWebServer()).getPort();
  }

  @Override
  public synchronized void close() {
    if (pages != null) {
      pages.close();
      pages = null;
    }
  }

  @Override
  public void destroy() {
    close();
  }
}
