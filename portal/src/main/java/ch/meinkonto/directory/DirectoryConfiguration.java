package ch.meinkonto.directory;

import ch.meinkonto.platform.PortalSettings;
import ch.meinkonto.platform.web.PublicPaths;
import java.time.Clock;
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
  UnitKeys unitKeys(PortalSettings settings, Clock clock) {
    return new UnitKeys(settings.unitKeysDir(), clock);
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
