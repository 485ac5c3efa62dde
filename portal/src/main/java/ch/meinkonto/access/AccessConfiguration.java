package ch.meinkonto.access;

import ch.meinkonto.platform.web.PublicPaths;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class AccessConfiguration {

  /** The app knows its phone by itself. */
  @Bean
  PublicPaths accessPaths() {
    return () ->
        List.of(AppPages.PATH, AppPages.PATH + "/**", NativeApps.ANDROID, NativeApps.APPLE);
  }

  @Bean
  RecurringTask<Void> eraseAccess(
      Phones phones, Apps apps, Pairings pairings, SignIns signIns, RefusedOrigins refused) {
    return Tasks.recurring("access-erase-expired", FixedDelay.ofMinutes(5))
        .execute((instance, context) -> {
          signIns.eraseExpired();
          pairings.eraseExpired();
          phones.eraseOffered();
          apps.eraseOld();
          refused.eraseExpired();
        });
  }
}
