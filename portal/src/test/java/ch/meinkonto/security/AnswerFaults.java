package ch.meinkonto.security;

import ch.meinkonto.testing.Browser;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** What an answer fails to tell browsers, or tells too much (OWASP ASVS 5.0, 3.3 and 3.4). */
final class AnswerFaults {

  private static final int LONGEST_COOKIE = 4_096;

  private AnswerFaults() {}

  /** Of every answer. */
  static List<String> of(Browser.Answer answer) {
    var faults = new ArrayList<String>();
    var policy = header(answer, "content-security-policy");
    for (var must : List.of("default-src 'none'", "frame-ancestors 'none'", "base-uri 'none'")) {
      note(faults, !policy.contains(must), "no " + must + " in: " + policy);
    }
    for (var never : List.of("unsafe", "http:", "https:", "*", "blob:")) {
      note(faults, policy.contains(never), never + " in: " + policy);
    }
    note(faults, !header(answer, "x-content-type-options").equals("nosniff"), "may be sniffed");
    note(faults, !header(answer, "referrer-policy").equals("same-origin"), "tells others whence");
    note(
        faults,
        !header(answer, "cross-origin-opener-policy").equals("same-origin"),
        "keeps its opener");
    note(faults, answer.headers().containsKey("server"), "names its server");
    note(faults, answer.headers().containsKey("x-powered-by"), "names what it is made of");
    note(
        faults,
        !answer.body().isEmpty() && header(answer, "content-type").isEmpty(),
        "has a body of no type");
    note(
        faults,
        header(answer, "content-type").matches("text/(html|plain).*")
            && !header(answer, "content-type").toLowerCase(java.util.Locale.ROOT).contains("utf-8"),
        "text without charset");
    return faults;
  }

  /** Of every answer that came over TLS. */
  static List<String> overTls(Browser.Answer answer) {
    var faults = new ArrayList<>(of(answer));
    var strict = header(answer, "strict-transport-security");
    note(
        faults,
        !strict.contains("max-age=31536000") || !strict.contains("includeSubDomains"),
        "may come without TLS: " + strict);
    answer.cookies().forEach(cookie -> faults.addAll(ofCookie(cookie)));
    return faults;
  }

  /** Of an answer that only one person may read. */
  static List<String> ofPersonal(Browser.Answer answer) {
    var faults = new ArrayList<>(of(answer));
    note(faults, !header(answer, "cache-control").contains("no-store"), "may be kept");
    return faults;
  }

  private static List<String> ofCookie(String cookie) {
    var faults = new ArrayList<String>();
    var attributes = Stream.of(cookie.split(";")).skip(1).map(String::strip).toList();
    note(faults, !attributes.contains("Secure"), "not Secure: " + cookie);
    note(faults, !attributes.contains("HttpOnly"), "open to scripts: " + cookie);
    note(
        faults,
        attributes.stream().noneMatch(it -> it.matches("SameSite=(Lax|Strict)")),
        "goes along from other sites: " + cookie);
    var everywhere = attributes.contains("Path=/");
    note(
        faults,
        !cookie.startsWith(everywhere ? "__Host-" : "__Secure-")
            || attributes.stream().anyMatch(it -> it.startsWith("Domain")),
        "can be planted: " + cookie);
    note(faults, cookie.length() > LONGEST_COOKIE, "too long: " + cookie);
    return faults;
  }

  private static void note(List<String> faults, boolean wrong, String what) {
    if (wrong) {
      faults.add(what);
    }
  }

  private static String header(Browser.Answer answer, String name) {
    return String.join(", ", answer.headers().getOrDefault(name, List.of()));
  }
}
