package ch.meinkonto.security;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;

import ch.meinkonto.testing.Browser;
import java.net.URLEncoder;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;

/**
 * Tries every address as those who may not open it, over HTTP, and writes down what is not as it
 * was declared.
 */
final class Walk {

  private static final String ELSEWHERE = "https://boese.example";
  private static final Pattern TOKENS =
      Pattern.compile("(name=\"_csrf\" value=\"|\"token\":\")[^\"]+");
  private static final Pattern TOKEN = Pattern.compile("\"token\":\"([^\"]+)\"");

  /** This portal has no gateway for text messages, and so no such page (SmsWithoutGatewayTest). */
  private static final String WITHOUT_SMS = "/konto/sms";

  private final World world;
  private final Map<Route, Set<Rule>> declared;

  Walk(World world, Map<Route, Set<Rule>> declared) {
    this.world = world;
    this.declared = declared;
  }

  private static final class Findings extends ArrayList<String> {
    private static final long serialVersionUID = 1;

    void note(Route route, Browser.Answer answer, List<String> faults) {
      faults.forEach(fault -> note(true, route, fault, answer));
    }

    void note(boolean wrong, Route route, String what, Browser.Answer answer) {
      if (wrong) {
        add("%s %s: %d %s".formatted(route, what, answer.status(), answer.location()));
      }
    }
  }

  /** Nobody is logged in. */
  List<String> withoutLogin() {
    var findings = new Findings();
    each((route, rules) -> {
      var browser = world.nobody();
      var token = route.changes() ? browser.token("/anmelden") : "";
      var answer = send(browser, route, world.fill(route.pattern()), token);
      findings.note(answer.status() == 500, route, "breaks", answer);
      findings.note(world.tellsOfMaya(answer), route, "tells anybody of Maya", answer);
      findings.note(
          !expectedOfNobody(route, rules, answer), route, "answers who is not logged in", answer);
      findings.note(route, answer, AnswerFaults.of(answer));
    });
    return findings;
  }

  private static boolean expectedOfNobody(Route route, Set<Rule> rules, Browser.Answer answer) {
    var toLogin = answer.location().startsWith("/anmelden");
    if (rules.stream().anyMatch(Rule::forPrograms)) {
      return refusesPrograms(rules, answer);
    }
    if (!Collections.disjoint(rules, Set.of(Rule.ACCOUNT, Rule.OWNER, Rule.STAFF))) {
      return answer.status() == 302 && toLogin;
    }
    if (rules.contains(Rule.PUBLIC)) {
      var partOfLoggingIn = route.pattern().startsWith("/anmelden/");
      return (!toLogin || partOfLoggingIn) && !Set.of(401, 403, 404).contains(answer.status());
    }
    return answer.status() == 404;
  }

  /** RFC 6749 §5.2 knows several ways of saying that somebody is no client. */
  private static boolean refusesPrograms(Set<Rule> rules, Browser.Answer answer) {
    var refusals = rules.contains(Rule.APPLICATION) ? Set.of(400, 401, 403, 415) : Set.of(401);
    return refusals.contains(answer.status()) && answer.location().isEmpty();
  }

  /** Maya opens what is hers: so that the others are refused at the doors of real things. */
  List<String> asTheOwner() {
    var findings = new Findings();
    world.mayaProvesHerself();
    each((route, rules) -> {
      if (!route.changes() && (rules.contains(Rule.ACCOUNT) || rules.contains(Rule.OWNER))) {
        var answer = world.maya().browser().get(world.fill(route.pattern()));
        var opens = answer.status() == 200 || answer.status() == 302;
        var shut = WITHOUT_SMS.equals(route.pattern()) && answer.status() == 404;
        findings.note(!opens && !shut, route, "is closed to Maya", answer);
        findings.note(route, answer, AnswerFaults.ofPersonal(answer));
      }
      if (rules.contains(Rule.OWNER) && !route.changes()) {
        var answer = world.maya().browser().get(world.fill(route.pattern()));
        findings.note(answer.status() != 200, route, "does not show Maya what is hers", answer);
      }
    });
    findings.addAll(world.missing());
    return findings;
  }

  /** Urs is logged in, and puts what is Maya's into the address. */
  List<String> asSomebodyElse() {
    var findings = new Findings();
    ursToken();
    world.ursProvesHimself();
    each((route, rules) -> {
      var answer = asUrs(route, world.fill(route.pattern()));
      findings.note(answer.status() == 500, route, "breaks", answer);
      findings.note(world.tellsOfMaya(answer), route, "tells Urs of Maya", answer);
      if (rules.stream().anyMatch(Rule::forPrograms)) {
        findings.note(!refusesPrograms(rules, answer), route, "counts a person's cookie", answer);
      } else if (rules.contains(Rule.OWNER) || rules.contains(Rule.DRAFT)) {
        findings.note(answer.status() != 404, route, "has something of Maya's for Urs", answer);
        var nobodys = asUrs(route, world.fillWithNobodys(route.pattern()));
        findings.note(
            !same(route, answer, nobodys), route, "tells what is Maya's from what is not", nobodys);
      } else if (!Collections.disjoint(rules, Set.of(Rule.ADDRESS, Rule.NOTHING, Rule.STAFF))) {
        findings.note(answer.status() != 404, route, "has something", answer);
      }
    });
    findings.addAll(world.missing());
    return findings;
  }

  private Browser.Answer asUrs(Route route, String path) {
    return send(world.urs().browser(), route, path, ursToken());
  }

  /** Some pages log out: then Urs logs in again. */
  private String ursToken() {
    var token = TOKEN.matcher(world.urs().browser().get("/konto/sitzung").body());
    if (token.find()) {
      return token.group(1);
    }
    world.urs().logIn();
    return ursToken();
  }

  private boolean same(Route route, Browser.Answer hers, Browser.Answer nobodys) {
    return hers.status() == nobodys.status()
        && neutral(route, hers).equals(neutral(route, nobodys));
  }

  /** Without tokens, which are new each time, and without the address that was asked for. */
  private String neutral(Route route, Browser.Answer answer) {
    var text = TOKENS.matcher(answer.location() + "\n" + answer.body()).replaceAll("$1");
    return text.replaceAll("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", "ID")
        .replace(world.fill(route.pattern()), "HERE")
        .replaceAll("/konto/geraete/[^/\"?]+/abmelden", "HERE");
  }

  /** Maya gave her password only, though she has a passkey; and Urs his, but long ago. */
  List<String> withTooLittle(Runnable muchLater) {
    var findings = new Findings();
    world.mayaProvesHerself();
    var byPassword = world.mayaByPassword();
    var token = byPassword.token("/konto/name");
    each((route, rules) -> {
      if (rules.contains(Rule.LATELY) || rules.contains(Rule.STRONG)) {
        var path = world.fill(route.pattern());
        var weak = send(byPassword, route, path, token);
        findings.note(!asksForMore(rules, weak), route, "is content with a password", weak);
        if (!route.changes()) {
          var strong = world.maya().browser().get(path);
          findings.note(asksForMore(rules, strong), route, "is not content with a passkey", strong);
        }
      }
    });
    ursToken();
    muchLater.run();
    each((route, rules) -> {
      if (rules.contains(Rule.LATELY) || rules.contains(Rule.RECENTLY)) {
        var late = asUrs(route, world.fill(route.pattern()));
        findings.note(!asksForMore(rules, late), route, "is content with an old proof", late);
      }
    });
    findings.addAll(world.missing());
    return findings;
  }

  private static boolean asksForMore(Set<Rule> rules, Browser.Answer answer) {
    return rules.contains(Rule.SCRIPT)
        ? answer.status() == 403
        : answer.location().startsWith("/anmelden/bestaetigen?weiter=");
  }

  /** A page of somebody else sends Maya's browser here. */
  List<String> forged() {
    var findings = new Findings();
    each((route, rules) -> {
      if (route.changes()) {
        forge(route, rules, findings);
      }
    });
    findings.addAll(world.missing());
    return findings;
  }

  private void forge(Route route, Set<Rule> rules, Findings findings) {
    var path = world.fill(route.pattern());
    var browser = world.maya().browser();
    var session = Map.of("Cookie", "mk-session=" + browser.cookie("mk-session").orElseThrow());
    var alone = world.nobody();
    var tries =
        Map.of(
            "takes a form without a token",
            browser.send(route.method(), path, Map.of("Origin", ELSEWHERE), form("")),
            "takes a form with a wrong token",
            browser.send(route.method(), path, Map.of("Origin", ELSEWHERE), form("AAAA")),
            "takes another's token",
            browser.send(route.method(), path, Map.of("Origin", ELSEWHERE), form(ursToken())),
            "takes a form with the session alone",
            alone.send(route.method(), path, session, form(ursToken())));
    tries.forEach((what, answer) -> {
      if (rules.stream().anyMatch(Rule::forPrograms)) {
        findings.note(!refusesPrograms(rules, answer), route, "counts a person's cookie", answer);
      } else if (rules.contains(Rule.OUTSIDE)) {
        findings.note(!answer.location().startsWith(path + "?"), route, "does something", answer);
      } else {
        findings.note(answer.status() != 403, route, what, answer);
      }
    });
  }

  /** Scripts of other sites read nothing. */
  List<String> readFromElsewhere() {
    var findings = new Findings();
    each((route, _) -> {
      var path = world.fill(route.pattern());
      var asked = Map.of("Origin", ELSEWHERE, "Access-Control-Request-Method", route.method());
      var allowed = world.maya().browser().send("OPTIONS", path, asked, "");
      findings.note(shared(allowed), route, "lets other sites ask", allowed);
      if (!route.changes()) {
        var read = world.urs().browser().send("GET", path, Map.of("Origin", ELSEWHERE), "");
        findings.note(shared(read), route, "lets other sites read", read);
      }
    });
    return findings;
  }

  private static boolean shared(Browser.Answer answer) {
    return answer.headers().containsKey("access-control-allow-origin");
  }

  private Browser.Answer send(Browser browser, Route route, String path, String token) {
    return route.changes()
        ? browser.send(route.method(), path, Map.of(), form(token))
        : browser.get(path);
  }

  private String form(String token) {
    var fields = new TreeMap<>(world.fields());
    if (!token.isEmpty()) {
      fields.put("_csrf", token);
    }
    return fields.entrySet().stream()
        .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), UTF_8))
        .collect(joining("&"));
  }

  private void each(BiConsumer<Route, Set<Rule>> tried) {
    declared.forEach(tried);
  }
}
