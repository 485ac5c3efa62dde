package ch.meinkonto.access;

import java.util.List;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Which apps from a store may open this portal's addresses and use its keys, once there are some:
 * Digital Asset Links (Android), associated domains (Apple). See {@code docs/access-app.md}.
 */
@RestController
class NativeApps {

  static final String ANDROID = "/.well-known/assetlinks.json";
  static final String APPLE = "/.well-known/apple-app-site-association";

  private final Settings settings;

  NativeApps(Settings settings) {
    this.settings = settings;
  }

  /**
   * The city's apps in the stores.
   *
   * @param androidPackage such as {@code ch.stadt.access}; empty when there is none
   * @param androidFingerprints SHA-256 of its signing certificates, in pairs with colons
   * @param appleIds team and bundle id, such as {@code A1B2C3D4E5.ch.stadt.access}
   */
  @ConfigurationProperties("meinkonto.access")
  record Settings(
      @DefaultValue("") String androidPackage,
      @DefaultValue List<String> androidFingerprints,
      @DefaultValue List<String> appleIds) {}

  @GetMapping(ANDROID)
  List<Map<String, Object>> android() {
    return settings.androidPackage().isEmpty()
        ? List.of()
        : List.of(
            Map.of(
                "relation",
                List.of(
                    "delegate_permission/common.handle_all_urls",
                    "delegate_permission/common.get_login_creds"),
                "target",
                Map.of(
                    "namespace", "android_app",
                    "package_name", settings.androidPackage(),
                    "sha256_cert_fingerprints", settings.androidFingerprints())));
  }

  @GetMapping(APPLE)
  Map<String, Object> apple() {
    return Map.of(
        "applinks",
        Map.of(
            "details",
            settings.appleIds().isEmpty()
                ? List.of()
                : List.of(
                    Map.of(
                        "appIDs",
                        settings.appleIds(),
                        "components",
                        List.of(Map.of("/", AppPages.PATH + "*"))))),
        "webcredentials",
        Map.of("apps", settings.appleIds()));
  }
}
