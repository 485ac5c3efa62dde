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
    TestPropertyValues.of(
            Map.of(
                "meinkonto.database.url", database.jdbcUrl(),
                "meinkonto.database.user", database.user(),
                "meinkonto.database.password", database.password(),
                "meinkonto.database.pool", "8",
                "meinkonto.data-dir", FOLDER.resolve("data").toString(),
                "meinkonto.mail.url", Mailbox.url(),
                "meinkonto.sms.url", Phones.url(),
                "meinkonto.letter.url", Letterboxes.url(),
                "meinkonto.city-dir", "../city/zuerich"))
        .applyTo(context);
  }

  private static final class Holder {
    static final TickingClock CLOCK = new TickingClock();

    // it ends after the portals that use it, which Spring ends
    static final EmbeddedDatabase DATABASE = TestDatabase.start(FOLDER, () -> {});
  }
}
