package ch.meinkonto.bench;

import ch.meinkonto.Portal;
import java.io.IOException;
import java.net.URI;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** A whole portal in this process, to reach its classes. */
record PortalInside(ConfigurableApplicationContext context, int port) implements AutoCloseable {

  static PortalInside start(Surroundings around) throws IOException {
    var port = Surroundings.freePort();
    var database = around.database();
    var context =
        new SpringApplicationBuilder(Portal.class)
            .registerShutdownHook(false)
            .run(
                "--logging.level.ch.meinkonto=warn",
                "--server.port=" + port,
                "--meinkonto.base-url=http://localhost:" + port,
                "--meinkonto.database.url=" + database.jdbcUrl(),
                "--meinkonto.database.user=" + database.login().user(),
                "--meinkonto.database.password=" + database.login().password(),
                "--meinkonto.database.owner=" + around.owner().user(),
                "--meinkonto.database.owner-password=" + around.owner().password(),
                "--meinkonto.data-dir=" + around.folder(),
                "--meinkonto.mail.url=" + around.mailUrl(),
                "--meinkonto.city-dir=city/zuerich");
    return new PortalInside(context, port);
  }

  URI address() {
    return URI.create("http://localhost:" + port);
  }

  <T> T bean(Class<T> type) {
    return context.getBean(type);
  }

  @Override
  public void close() {
    context.close();
  }
}
