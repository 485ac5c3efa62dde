package ch.meinkonto.connector.worklist.web;

import ch.meinkonto.connector.worklist.Case;
import ch.meinkonto.connector.worklist.Entry;
import ch.meinkonto.connector.worklist.NotPossible;
import ch.meinkonto.connector.worklist.clerk.Clerk;
import ch.meinkonto.connector.worklist.clerk.Clerks;
import ch.meinkonto.contract.RequestId;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** One case: what came, what was said since, and whose it is. */
@WorklistPage
class CasePages {

  private final Html html;
  private final Clerks clerks;
  private final Clock clock = Clock.systemUTC();

  CasePages(Html html, Clerks clerks) {
    this.html = html;
    this.clerks = clerks;
  }

  @GetMapping("/faelle/{id}")
  ResponseEntity<byte[]> open(@PathVariable String id, Visit visit) throws IOException {
    Case one = looked(visit, id, Entry.Sight.CASE);
    Instant now = clock.instant();
    Map<String, Object> parameters = new HashMap<>();
    parameters.put("one", one);
    parameters.put("thread", thread(visit, one));
    parameters.put("names", clerks.names(visit.clerk().unit()));
    parameters.put("clerks", workers(visit));
    parameters.put("now", now);
    parameters.put("overdue", one.row().overdue(now, visit.worklist().due()));
    parameters.put(
        "eraseAt",
        one.closedAt().map(at -> Words.day(at.plus(visit.worklist().keep()))).orElse(""));
    parameters.put(
        "mine",
        visit.clerk().role().mayWork() && one.assignee().filter(visit.login()::equals).isPresent());
    parameters.put("word", UUID.randomUUID().toString());
    parameters.put("drafts", drafts(visit, one));
    parameters.put("shown", FilePages.SHOWN.keySet());
    return html.page(visit.frame(one.title()), "case", parameters);
  }

  private static Case looked(Visit visit, String id, Entry.Sight sight) throws IOException {
    RequestId known = visit.find(id).id();
    return visit.worklist().looked(known, visit.login(), sight, null);
  }

  private static Map<Entry.Kind, String> drafts(Visit visit, Case one) {
    Map<Entry.Kind, String> drafts = new HashMap<>();
    for (Entry.Kind kind : Entry.Kind.values()) {
      drafts.put(kind, one.draft(visit.login(), kind).map(Entry.Drafted::text).orElse(""));
    }
    return drafts;
  }

  private static List<Told> thread(Visit visit, Case one) throws IOException {
    List<Told> thread = new ArrayList<>();
    Map<UUID, Case.Fate> fates = one.fates();
    Map<UUID, String> reasons = new HashMap<>();
    for (Entry entry : one.entries()) {
      if (entry instanceof Entry.NotSent refused) {
        reasons.put(refused.word(), refused.reason());
      }
    }
    for (Entry entry : one.entries()) {
      switch (entry) {
        case Entry.Received received ->
            thread.add(
                new Told.Came(received, visit.worklist().lines(one.id(), received.submission())));
        case Entry.Said said ->
            thread.add(
                new Told.Went(
                    said,
                    fates.getOrDefault(said.word(), Case.Fate.WAITING),
                    reasons.get(said.word())));
        default -> {}
      }
    }
    return thread;
  }

  private List<Clerk> workers(Visit visit) {
    return clerks.of(visit.clerk().unit()).stream()
        .filter(clerk -> clerk.role().mayWork() && !clerk.locked())
        .toList();
  }

  @PostMapping("/faelle/{id}/uebernehmen")
  ResponseEntity<byte[]> take(@PathVariable String id, Visit visit) throws IOException {
    Case one = visit.working().find(id);
    try {
      visit.worklist().take(one.id(), visit.login());
      Frame.notice(visit.request(), "Der Fall gehört jetzt Ihnen.");
    } catch (NotPossible e) {
      Frame.problem(visit.request(), e.reason());
    }
    return back(one);
  }

  @PostMapping("/faelle/{id}/abgeben")
  ResponseEntity<byte[]> giveBack(@PathVariable String id, Visit visit) throws IOException {
    Case one = visit.working().find(id);
    if (one.assignee().filter(visit.login()::equals).isEmpty()) {
      throw new Visit.Forbidden();
    }
    visit.worklist().assign(one.id(), visit.login(), null);
    Frame.notice(visit.request(), "Der Fall gehört jetzt niemandem.");
    return back(one);
  }

  /** The head says whose it is. */
  @PostMapping("/faelle/{id}/zuteilen")
  ResponseEntity<byte[]> assign(@PathVariable String id, @RequestParam String wem, Visit visit)
      throws IOException {
    Case one = visit.heading().find(id);
    boolean known = wem.isEmpty() || workers(visit).stream().anyMatch(c -> c.login().equals(wem));
    if (!known) {
      throw new Visit.NotFound();
    }
    visit.worklist().assign(one.id(), visit.login(), wem.isEmpty() ? null : wem);
    Frame.notice(visit.request(), "Der Fall ist neu zugeteilt.");
    return back(one);
  }

  /** Who did what, and who looked: for the head. */
  @GetMapping("/faelle/{id}/protokoll")
  ResponseEntity<byte[]> trail(@PathVariable String id, Visit visit) throws IOException {
    Case one = looked(visit.heading(), id, Entry.Sight.TRAIL);
    return html.page(
        visit.frame("Protokoll " + one.reference()),
        "trail",
        Map.of("one", one, "lines", Trail.of(one, clerks.names(visit.clerk().unit()))));
  }

  @PostMapping("/faelle/{id}/loeschen")
  ResponseEntity<byte[]> erase(
      @PathVariable String id, @RequestParam(defaultValue = "") String sicher, Visit visit)
      throws IOException {
    Case one = visit.heading().find(id);
    try {
      if (sicher.isEmpty()) {
        throw new NotPossible("Bestätigen Sie zuerst, dass der Fall gelöscht werden soll.");
      }
      visit.worklist().erase(one.id());
    } catch (NotPossible e) {
      Frame.problem(visit.request(), e.reason());
      return back(one);
    }
    Frame.notice(visit.request(), "%s ist gelöscht.".formatted(one.reference()));
    return LoginPages.to("/");
  }

  static ResponseEntity<byte[]> back(Case one) {
    return LoginPages.to("/faelle/" + one.id());
  }
}
