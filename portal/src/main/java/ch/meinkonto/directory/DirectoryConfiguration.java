package ch.meinkonto.directory;

import ch.meinkonto.platform.PortalSettings;
import ch.meinkonto.platform.web.PublicPaths;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class DirectoryConfiguration {

  @Bean
  CityFolder cityFolder(PortalSettings settings, List<CityGuard> guards, Clock clock) {
    return new CityFolder(settings.cityDir(), CityReader.ofAllModules(), guards, clock);
  }

  @Bean(initMethod = "start")
  FolderWatch cityFolderWatch(CityFolder folder) {
    return new FolderWatch(folder.path(), folder::reload);
  }

  @Bean
  UnitKeys unitKeys(PortalSettings settings, RegisteredKeys registered, Clock clock) {
    return new UnitKeys(settings.unitKeysDir(), clock, registered);
  }

  /** What nobody confirmed within two weeks is forgotten. */
  @Bean
  RecurringTask<Void> forgetRegistrations(KeyRegistrations registrations) {
    return Tasks.recurring("directory-registrations", FixedDelay.of(Duration.ofHours(1)))
        .execute((_, _) -> registrations.forget());
  }

  @Bean(initMethod = "start")
  FolderWatch unitKeysWatch(UnitKeys keys) {
    return new FolderWatch(keys.path(), keys::reload);
  }

  @Bean
  PublicPaths directoryPaths() {
    return () -> List.of("/theme.css");
  }
}
