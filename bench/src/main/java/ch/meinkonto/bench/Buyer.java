package ch.meinkonto.bench;

import ch.meinkonto.bench.RushLog.Page;
import ch.meinkonto.bench.RushLog.Step;
import java.net.URI;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Somebody who wants a course, as people are: they come, wait until it is their turn, choose,
 * reserve, fill in, check, send, and read that they have it. Who is told that a course is full
 * tries another one.
 *
 * @param number tells their child from others
 * @param email by which they log in when they come; empty when they are logged in
 * @param until how long they wait, by {@link RushLog#now}
 */
record Buyer(int number, Visitor browser, Optional<String> email, RushLog log, double until) {

  static final String LIST = "/dienste/" + CourseOffice.SERVICE + "/angebote";

  private static final String BEGIN = "/dienste/" + CourseOffice.SERVICE + "/antrag";
  private static final Pattern LISTED = Pattern.compile("<a href=\"(" + LIST + "/[^\"?]+)\">");
  private static final Pattern DRAFT = Pattern.compile("(/antrag/[0-9a-f-]{36})/personen");
  private static final Pattern SENT = Pattern.compile("/antraege/([0-9a-f-]{36})/bestaetigung");
  private static final Pattern ASKED = Pattern.compile("name=\"_asked\" value=\"([^\"]*)\"");
  private static final Pattern PAUSE = Pattern.compile("data-pause=\"(\\d+)\"");

  private static final Set<Integer> SHOWN = Set.of(200);
  private static final Set<Integer> SENT_ON = Set.of(302);
  private static final int WAITS = 429;

  private static final int COURSES = 4;
  private static final int TRIES = 5;

  /** What came of it. */
  sealed interface End {
    record Booked(UUID request) implements End {}

    record AllFull() implements End {}

    record StillWaits() implements End {}

    /** Reserved, and told at the last moment that there is no place. */
    record LostHold() implements End {}

    record Stuck() implements End {}
  }

  /** There is nothing that one could do. */
  private static final class NothingHelps extends RuntimeException {
    private static final long serialVersionUID = 1;

    NothingHelps(String message) {
      super(message);
    }
  }

  End tryToBook() {
    log.note(Step.CAME);
    try {
      email.ifPresent(this::logIn);
      var list = waitForTurn();
      if (list.isEmpty()) {
        log.note(Step.LEFT_WAITING);
        return new End.StillWaits();
      }
      log.note(Step.IN);
      return choose(list.get());
    } catch (NothingHelps e) {
      log.note(Step.STUCK, String.valueOf(e.getMessage()));
      return new End.Stuck();
    }
  }

  private void logIn(String address) {
    ask(Page.LOGIN, () -> browser.get("/anmelden"), SHOWN);
    var fields = Map.of("email", address, "password", BareHash.PASSWORD);
    pause(2_000, 6_000);
    ask(Page.LOGIN, () -> browser.post("/anmelden", fields), SENT_ON);
  }

  /** The page behind the room; empty when the time is over before. */
  private Optional<String> waitForTurn() {
    var anywhere = Set.of(200, WAITS);
    var page = ask(Page.LIST, () -> browser.get(LIST), anywhere);
    while (isRoom(page)) {
      var pause = Long.parseLong(found(PAUSE, page).group(1));
      if (log.now() + (double) pause > until) {
        return Optional.empty();
      }
      LockSupport.parkNanos(Duration.ofSeconds(pause).toNanos());
      page = ask(Page.ROOM, () -> browser.look(LIST), anywhere);
      if (!isRoom(page)) {
        page = ask(Page.LIST, () -> browser.get(LIST), anywhere);
      }
    }
    return Optional.of(page.body());
  }

  private static boolean isRoom(HttpResponse<String> page) {
    return page.headers().firstValue("Waiting-Room").filter("stay"::equals).isPresent();
  }

  private End choose(String first) {
    var list = first;
    for (int course = 0; course < COURSES; course++) {
      think();
      var free = free(list);
      if (free.isEmpty()) {
        return new End.AllFull();
      }
      var offer = free.get(ThreadLocalRandom.current().nextInt(free.size()));
      var draft = reserve(offer);
      if (draft.isPresent()) {
        log.note(Step.RESERVED);
        return book(draft.get());
      }
      log.note(Step.FULL);
      list = ask(Page.LIST, () -> browser.get(LIST), SHOWN).body();
    }
    return new End.AllFull();
  }

  private static List<String> free(String list) {
    var free = new ArrayList<String>();
    for (var item : list.split("<li>", -1)) {
      var listed = LISTED.matcher(item);
      if (listed.find() && !item.contains("Ausgebucht")) {
        free.add(listed.group(1));
      }
    }
    return free;
  }

  /** The draft for which a place is held; empty when there is none. */
  private Optional<String> reserve(String offer) {
    var page = ask(Page.OFFER, () -> browser.get(offer), SHOWN);
    think();
    if (!page.body().contains("name=\"angebot\"")) {
      return Optional.empty();
    }
    var fields = Map.of("angebot", offer.substring(LIST.length() + 1), "plaetze", "1");
    var next = location(ask(Page.RESERVE, () -> browser.post(BEGIN, fields), SENT_ON));
    var draft = DRAFT.matcher(next);
    if (draft.find()) {
      return Optional.of(draft.group(1));
    }
    if (!next.endsWith("?nicht=full")) {
      throw new NothingHelps("reserving leads to " + next);
    }
    return Optional.empty();
  }

  private End book(String draft) {
    fillIn(draft + "/personen", child());
    fillIn(draft + "/kontakt", parent());
    ask(Page.CHECK, () -> browser.get(draft + "/pruefen"), SHOWN);
    think();
    var next = location(ask(Page.SEND, () -> browser.post(draft + "/senden", Map.of()), SENT_ON));
    if (next.contains("/angebot?nicht=")) {
      log.note(Step.LOST_HOLD, named(next));
      return new End.LostHold();
    }
    var sent = SENT.matcher(next);
    if (!sent.find()) {
      throw new NothingHelps("sending leads to " + named(next));
    }
    var page = ask(Page.SENT, () -> browser.get(next), SHOWN);
    log.note(Step.BOOKED);
    if (page.body().contains("Gebucht")) {
      log.note(Step.SAYS_BOOKED);
    }
    return new End.Booked(UUID.fromString(sent.group(1)));
  }

  private void fillIn(String step, Map<String, String> answers) {
    var page = ask(Page.STEP, () -> browser.get(step), SHOWN);
    var fields = new HashMap<>(answers);
    fields.put("_asked", found(ASKED, page).group(1));
    think();
    var next = location(ask(Page.SAVE, () -> browser.post(step, fields), SENT_ON));
    if (next.contains("?fehler") || next.contains("?weiter")) {
      throw new NothingHelps("something is wrong at " + named(next));
    }
  }

  private Map<String, String> child() {
    var born = LocalDate.now(ZoneOffset.UTC).minusYears(7);
    return Map.of(
        "personen.0.vorname",
        "Mia " + number,
        "personen.0.nachname",
        "Keller",
        "personen.0.geburtsdatum",
        born.toString(),
        "personen.0.kulturlegi",
        "false");
  }

  private static Map<String, String> parent() {
    return Map.of(
        "vorname",
        "Anna",
        "nachname",
        "Keller",
        "adresse.strasse",
        "Musterstrasse",
        "adresse.hausnummer",
        "1",
        "adresse.plz",
        "8004",
        "adresse.ort",
        "Zürich",
        "telefon",
        "044 000 00 00");
  }

  /** Whoever has no answer, or an error page, does the same again. */
  private HttpResponse<String> ask(
      Page page, Supplier<HttpResponse<String>> request, Set<Integer> expected) {
    for (int attempt = 1; attempt <= TRIES; attempt++) {
      var begin = System.nanoTime();
      try {
        var response = request.get();
        var status = response.statusCode();
        log.took(status == WAITS ? Page.ROOM : page, begin);
        if (expected.contains(status)) {
          return response;
        }
        log.note(Step.ERROR_PAGE, status + " at " + named(response.uri().getPath()));
      } catch (IllegalStateException e) {
        log.note(Step.NO_ANSWER, page + ": " + e.getCause());
      }
      think();
    }
    throw new NothingHelps(page.title());
  }

  private static Matcher found(Pattern pattern, HttpResponse<String> page) {
    var match = pattern.matcher(page.body());
    if (!match.find()) {
      throw new NothingHelps("not what was expected: " + named(page.uri().getPath()));
    }
    return match;
  }

  private static String location(HttpResponse<String> answer) {
    var to = URI.create(answer.headers().firstValue("Location").orElse("/"));
    return to.getRawQuery() == null ? to.getRawPath() : to.getRawPath() + "?" + to.getRawQuery();
  }

  /** An address without whose it is. */
  private static String named(String address) {
    return address.replaceAll("[0-9a-f-]{36}", "…");
  }

  private static void think() {
    pause(500, 2_000);
  }

  private static void pause(long least, long most) {
    LockSupport.parkNanos(
        Duration.ofMillis(ThreadLocalRandom.current().nextLong(least, most)).toNanos());
  }
}
