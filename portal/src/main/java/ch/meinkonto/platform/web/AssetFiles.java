package ch.meinkonto.platform.web;

import java.time.Duration;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.CacheControl;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Serves the static files: for ever under their versioned address, for an hour under the plain. */
@Configuration(proxyBeanMethods = false)
class AssetFiles implements WebMvcConfigurer {

  private static final String LOCATION = "classpath:/static/assets/";

  private final Assets assets;

  AssetFiles(Assets assets) {
    this.assets = assets;
  }

  @Override
  public void addResourceHandlers(ResourceHandlerRegistry registry) {
    registry
        .addResourceHandler(assets.versionedFolder() + "**")
        .addResourceLocations(LOCATION)
        .setCacheControl(CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable())
        .resourceChain(true)
        .addTransformer(new ImportedStyles());
    registry
        .addResourceHandler(Assets.FOLDER + "**")
        .addResourceLocations(LOCATION)
        .setCacheControl(CacheControl.maxAge(Duration.ofHours(1)).cachePublic())
        // Times in a reproducible build are all alike: what changed shows in the fingerprint only.
        .setUseLastModified(false)
        .setEtagGenerator(file -> assets.fingerprint());
  }
}
