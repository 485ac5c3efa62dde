package ch.meinkonto.catalogue;

import ch.meinkonto.platform.web.PublicPaths;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class CatalogueConfiguration {

  /** All that one may read without being known. */
  @Bean
  PublicPaths cataloguePaths() {
    return () ->
        List.of(
            "/",
            "/lebenslagen",
            "/lebenslagen/*",
            "/dienste",
            "/dienste/*",
            "/aemter",
            "/aemter/*",
            "/suche",
            "/suche/vorschlaege",
            "/hilfe",
            "/datenschutz",
            "/barrierefreiheit",
            "/sitemap.xml",
            "/robots.txt");
  }
}
