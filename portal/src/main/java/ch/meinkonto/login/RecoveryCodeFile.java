package ch.meinkonto.login;

import static java.nio.charset.StandardCharsets.UTF_8;

import ch.meinkonto.platform.web.Page;
import java.util.Base64;
import java.util.List;

/** A set of recovery codes as a text file, within the page: nothing has to keep it meanwhile. */
public final class RecoveryCodeFile {

  private RecoveryCodeFile() {}

  /** The file as an address that a browser can save (RFC 2397). */
  public static String address(Page page, List<String> codes, String email) {
    var city = page.cityName();
    var head = page.text("login.recovery.new.for", email, page.text("frame.name"), city);
    var text =
        "%s\n\n%s\n\n%s\n"
            .formatted(head, String.join("\n", codes), page.text("login.recovery.new.once"));
    // lines end as every editor reads them
    var bytes = text.replace("\n", "\r\n").getBytes(UTF_8);
    return "data:text/plain;charset=utf-8;base64," + Base64.getEncoder().encodeToString(bytes);
  }
}
