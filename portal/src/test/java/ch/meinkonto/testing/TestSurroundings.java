package ch.meinkonto.testing;

import ch.meinkonto.platform.database.EmbeddedDatabase;
import java.nio.file.Path;
import java.util.Map;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.support.GenericApplicationContext;

/**
 * Starts the tests' PostgreSQL once and points the portal to it, to the example city and to a
 * folder of its own. All portals on it have one clock: otherwise the one that is ahead erases what
 * the others have just written.
 */
class TestSurroundings implements ApplicationContextInitializer<GenericApplicationContext> {

  private static final Path FOLDER = Path.of("target/test-surroundings");

  @Override
  public void initialize(GenericApplicationContext context) {
    context.registerBean(TickingClock.class, () -> Holder.CLOCK, bean -> bean.setPrimary(true));
    var database = Holder.DATABASE;
    var owner = database.owner().orElseThrow();
    TestPropertyValues.of(
            Map.ofEntries(
                Map.entry("meinkonto.database.url", database.jdbcUrl()),
                Map.entry("meinkonto.database.user", database.login().user()),
                Map.entry("meinkonto.database.password", database.login().password()),
                Map.entry("meinkonto.database.owner", owner.user()),
                Map.entry("meinkonto.database.owner-password", owner.password()),
                Map.entry("meinkonto.database.pool", "8"),
                Map.entry("meinkonto.data-dir", FOLDER.resolve("data").toString()),
                Map.entry("meinkonto.mail.url", Mailbox.url()),
                Map.entry("meinkonto.sms.url", Phones.url()),
                Map.entry("meinkonto.letter.url", Letterboxes.url()),
                Map.entry("meinkonto.city-dir", "../city/zuerich")))
        .applyTo(context);
  }

  private static final class Holder {
    static final TickingClock CLOCK = new TickingClock();

    // it ends after the portals that use it, which Spring ends
    static final EmbeddedDatabase DATABASE = TestDatabase.start(FOLDER, () -> {});
  }
}
