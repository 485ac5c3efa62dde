package ch.meinkonto.platform.web;

import org.springframework.stereotype.Component;
import org.springframework.web.servlet.resource.ResourceUrlProvider;

/**
 * Addresses of static files that carry the hash of their content, so that browsers may keep them
 * for ever.
 */
@Component
public class Assets {

  private final ResourceUrlProvider urls;

  Assets(ResourceUrlProvider urls) {
    this.urls = urls;
  }

  /**
   * The address under which the file {@code path} (such as {@code /assets/css/base.css}) is served.
   */
  public String url(String path) {
    var versioned = urls.getForLookupPath(path);
    return versioned == null ? path : versioned;
  }
}
