package ch.meinkonto.testing;

import ch.meinkonto.Portal;
import ch.meinkonto.platform.database.EmbeddedDatabase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * A whole portal under its true address, on a database and a folder of its own: a test starts and
 * stops it, or runs two of them on one database.
 */
public final class RunningPortal implements AutoCloseable {

  private static final String CITY = "--meinkonto.city-dir=";

  private final ConfigurableApplicationContext context;
  private final URI address;

  private RunningPortal(ConfigurableApplicationContext context, URI address) {
    this.context = context;
    this.address = address;
  }

  /** Starts a portal; {@code extras} are further beans, {@code settings} as on a command line. */
  public static RunningPortal start(
      EmbeddedDatabase database, Path folder, int port, List<Class<?>> extras, String... settings) {
    var address = URI.create("http://localhost:" + port);
    var arguments =
        new ArrayList<>(
            List.of(
                "--server.port=" + port,
                "--meinkonto.base-url=" + address,
                "--meinkonto.database.url=" + database.jdbcUrl(),
                "--meinkonto.database.user=" + database.login().user(),
                "--meinkonto.database.password=" + database.login().password(),
                "--meinkonto.database.owner=" + database.owner().orElseThrow().user(),
                "--meinkonto.database.owner-password=" + database.owner().orElseThrow().password(),
                "--meinkonto.database.pool=12",
                "--meinkonto.data-dir=" + folder,
                "--meinkonto.mail.url=" + Mailbox.url()));
    if (Stream.of(settings).noneMatch(setting -> setting.startsWith(CITY))) {
      arguments.add(CITY + "../city/zuerich");
    }
    arguments.addAll(List.of(settings));
    var context =
        new SpringApplicationBuilder(Portal.class)
            .sources(TickingClock.class)
            .sources(extras.toArray(Class<?>[]::new))
            .registerShutdownHook(false)
            .run(arguments.toArray(String[]::new));
    return new RunningPortal(context, address);
  }

  /** A port that is free now. */
  public static int freePort() {
    try (var socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The portal's base address. */
  public URI address() {
    return address;
  }

  /** A bean of this portal. */
  public <T> T bean(Class<T> type) {
    return context.getBean(type);
  }

  /** All beans of this kind. */
  public <T> Collection<T> beans(Class<T> type) {
    return context.getBeansOfType(type).values();
  }

  @Override
  public void close() {
    context.close();
  }
}
