package ch.meinkonto.sso;

import ch.meinkonto.account.Accounts;
import ch.meinkonto.account.NoSuchAccount;
import ch.meinkonto.platform.Ids;
import com.github.kagkarlsson.scheduler.Scheduler;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What applications are yet to hear of: sessions that ended (OpenID Connect Back-Channel Logout).
 */
@Component
class LogoutNotices {

  /** After that, the application's own session is over, too. */
  static final Duration LIFE = Duration.ofDays(1);

  private final JdbcClient jdbc;
  private final RegisteredApplications applications;
  private final Accounts accounts;
  private final Scheduler scheduler;
  private final Clock clock;

  LogoutNotices(
      JdbcClient jdbc,
      RegisteredApplications applications,
      Accounts accounts,
      Scheduler scheduler,
      Clock clock) {
    this.jdbc = jdbc;
    this.applications = applications;
    this.accounts = accounts;
    this.scheduler = scheduler;
    this.clock = clock;
  }

  /** Tells the application, if it wants to hear, as soon as the caller's transaction commits. */
  void announce(SignIn signIn) {
    var application = applications.find(signIn.client()).orElse(null);
    if (application == null || application.backChannelLogout() == null) {
      return;
    }
    var id = Ids.next();
    jdbc.sql(
            """
            INSERT INTO sso_logout (id, client, subject, sid, address, ends_at)
            VALUES (:id, :client, :subject, :session, :address, :end)
            """)
        .param("id", id)
        .param("client", signIn.client())
        .param("subject", subject(signIn, application))
        .param("session", signIn.sid())
        .param(
            "address",
            Addresses.atPortOf(application.backChannelLogout(), signIn.redirectUri()).toString())
        .param("end", clock.instant().plus(LIFE).atOffset(ZoneOffset.UTC))
        .update();
    scheduler.schedule(LogoutTask.TASK.instance(id.toString()).build(), clock.instant());
  }

  /** Of a closed account no name is left; the session's is enough. */
  private String subject(SignIn signIn, Application application) {
    try {
      return accounts.subjectFor(signIn.account(), application.unit().value());
    } catch (NoSuchAccount e) {
      return "";
    }
  }
}
