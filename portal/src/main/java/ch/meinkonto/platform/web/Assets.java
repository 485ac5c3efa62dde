package ch.meinkonto.platform.web;

import ch.meinkonto.platform.crypto.Sha256;
import java.io.IOException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HexFormat;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/**
 * Addresses of static files. All of them stand in one folder whose name changes when any of them
 * does: browsers may keep them for ever, and a script finds its neighbours, a style sheet its font,
 * by relative addresses.
 */
@Component
public class Assets {

  static final String FOLDER = "/assets/";

  private final String fingerprint;

  Assets() throws IOException {
    var files =
        new PathMatchingResourcePatternResolver().getResources("classpath:/static/assets/**/*.*");
    this.fingerprint = fingerprintOf(files);
  }

  /**
   * The address under which the file {@code path} (such as {@code /assets/css/site.css}) is served.
   */
  public String url(String path) {
    return path.startsWith(FOLDER) ? versionedFolder() + path.substring(FOLDER.length()) : path;
  }

  String versionedFolder() {
    return FOLDER + fingerprint + "/";
  }

  /** Changes when any file does. */
  String fingerprint() {
    return fingerprint;
  }

  private static String fingerprintOf(Resource[] files) throws IOException {
    var digest = Sha256.begin();
    for (var file : Arrays.stream(files).sorted(Comparator.comparing(Assets::address)).toList()) {
      digest.update(file.getContentAsByteArray());
    }
    return HexFormat.of().formatHex(digest.digest(), 0, 6);
  }

  private static String address(Resource file) {
    try {
      return file.getURI().toString();
    } catch (IOException e) {
      throw new IllegalStateException("A static file without an address: " + file, e);
    }
  }
}
