package ch.meinkonto.platform.yaml;

import ch.meinkonto.platform.ThisMachine;
import java.net.URI;
import java.net.URISyntaxException;

/** Reads whole web addresses, with a finding and a stand-in for what can’t be one. */
public final class WebAddress {

  private static final URI STAND_IN = URI.create("https://stand-in.example/");

  private WebAddress() {}

  /** The address that stands here: over TLS, or on this machine for the demo. */
  public static URI read(YamlNode node) {
    var text = node.text();
    try {
      var uri = new URI(text);
      if (("https".equals(uri.getScheme()) || ThisMachine.has(uri))
          && uri.getHost() != null
          && uri.getRawUserInfo() == null
          && uri.getRawFragment() == null
          && text.matches("[!-~]{1,500}")) {
        return uri;
      }
    } catch (URISyntaxException e) {
      // said below
    }
    if (!node.isMissing()) {
      node.finding(
          "an address is whole, begins with https:// and has no fragment (#);"
              + " only the demo may stay on this machine, with http://localhost/…");
    }
    return STAND_IN;
  }
}
