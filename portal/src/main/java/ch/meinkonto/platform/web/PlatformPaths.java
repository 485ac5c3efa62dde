package ch.meinkonto.platform.web;

import java.util.List;
import org.springframework.stereotype.Component;

@Component
class PlatformPaths implements PublicPaths {

  @Override
  public List<String> patterns() {
    return List.of("/assets/**", "/error", "/actuator/health/**", "/favicon.ico");
  }
}
