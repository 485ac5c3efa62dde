package ch.meinkonto.connector.worklist.web;

import ch.meinkonto.connector.handover.Formalities;
import ch.meinkonto.connector.handover.Unusable;
import ch.meinkonto.connector.worklist.Case;
import ch.meinkonto.connector.worklist.Entry;
import ch.meinkonto.connector.worklist.NotPossible;
import ch.meinkonto.connector.worklist.Utterance;
import ch.meinkonto.connector.worklist.Worklist;
import ch.meinkonto.contract.Formal;
import ch.meinkonto.contract.RequestState;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/** What clerks say to the resident, or begin to write. */
@WorklistPage
class SayPages {

  private static final String SEND = "senden";

  @PostMapping("/faelle/{id}/nachricht")
  ResponseEntity<byte[]> message(
      @PathVariable String id,
      @RequestParam String text,
      @RequestParam String wort,
      @RequestParam(defaultValue = SEND) String tun,
      @RequestParam(required = false) @Nullable List<MultipartFile> dokumente,
      @RequestParam(defaultValue = "") String art,
      @RequestParam(defaultValue = "") String tage,
      @RequestParam(defaultValue = "") String gilt,
      Visit visit)
      throws IOException {
    Utterance plain =
        new Utterance(
            word(wort), Entry.Kind.MESSAGE, lines(text), null, false, documents(dokumente), null);
    try {
      return done(visit, id, tun, plain.as(formal(art, tage, gilt)));
    } catch (Unusable e) {
      Case one = visit.working().find(id);
      keep(visit, one, plain);
      Frame.problem(visit.request(), e.reason());
      return CasePages.back(one);
    }
  }

  /** How it is to be delivered; null for plain information. */
  private static @Nullable Formal formal(String kind, String days, String deemed) throws Unusable {
    if (kind.isEmpty()) {
      return null;
    }
    return Formalities.of(
        switch (kind) {
          case "decision" -> Formal.Kind.DECISION;
          case "summons" -> Formal.Kind.SUMMONS;
          case "notice" -> Formal.Kind.NOTICE;
          default -> throw new Visit.NotFound();
        },
        days(days.strip()),
        !deemed.isEmpty());
  }

  private static @Nullable Integer days(String written) throws Unusable {
    if (written.isEmpty()) {
      return null;
    }
    if (!written.matches("[0-9]{1,3}")) {
      throw new Unusable("Schreiben Sie die Tage als Zahl, oder lassen Sie das Feld leer.");
    }
    return Integer.valueOf(written);
  }

  @PostMapping("/faelle/{id}/frage")
  ResponseEntity<byte[]> question(
      @PathVariable String id,
      @RequestParam String text,
      @RequestParam String wort,
      @RequestParam(defaultValue = SEND) String tun,
      @RequestParam(defaultValue = "") String dateien,
      Visit visit)
      throws IOException {
    return done(
        visit,
        id,
        tun,
        new Utterance(
            word(wort),
            Entry.Kind.QUESTION,
            lines(text),
            null,
            !dateien.isEmpty(),
            List.of(),
            null));
  }

  @PostMapping("/faelle/{id}/stand")
  ResponseEntity<byte[]> state(
      @PathVariable String id,
      @RequestParam(defaultValue = "") String stand,
      @RequestParam(defaultValue = "") String text,
      @RequestParam String wort,
      @RequestParam(defaultValue = SEND) String tun,
      Visit visit)
      throws IOException {
    return done(
        visit,
        id,
        tun,
        new Utterance(
            word(wort), Entry.Kind.STATE, lines(text), announced(stand), false, List.of(), null));
  }

  @PostMapping("/faelle/{id}/nochmals")
  ResponseEntity<byte[]> again(@PathVariable String id, @RequestParam String wort, Visit visit)
      throws IOException {
    Case one = visit.working().find(id);
    try {
      visit.worklist().again(one.id(), visit.login(), word(wort));
      Frame.notice(visit.request(), "Es wird noch einmal gesendet.");
    } catch (NotPossible e) {
      Frame.problem(visit.request(), e.reason());
    }
    return CasePages.back(one);
  }

  private static ResponseEntity<byte[]> done(
      Visit visit, String id, String what, Utterance utterance) throws IOException {
    Case one = visit.working().find(id);
    try {
      if (utterance.text().length() > Worklist.LONGEST_TEXT) {
        throw new NotPossible("Der Text ist zu lang: höchstens 20’000 Zeichen.");
      }
      if (what.equals(SEND)) {
        check(utterance);
        visit.worklist().say(one.id(), visit.login(), utterance);
        Frame.notice(visit.request(), "Ihr Text ist gespeichert und wird gesendet.");
      } else {
        visit.worklist().draft(one.id(), visit.login(), utterance.kind(), utterance.text());
        Frame.notice(
            visit.request(), "Der Entwurf ist gesichert. Nur Sie sehen ihn, bis Sie ihn senden.");
      }
    } catch (NotPossible e) {
      keep(visit, one, utterance);
      Frame.problem(visit.request(), e.reason());
    }
    return CasePages.back(one);
  }

  /** What was written is not lost because something else was wrong. */
  private static void keep(Visit visit, Case one, Utterance utterance) throws IOException {
    boolean mine = one.assignee().filter(visit.login()::equals).isPresent();
    if (mine && !utterance.text().isBlank() && utterance.text().length() <= Worklist.LONGEST_TEXT) {
      visit.worklist().draft(one.id(), visit.login(), utterance.kind(), utterance.text());
    }
  }

  private static void check(Utterance utterance) {
    if (utterance.kind() == Entry.Kind.STATE && utterance.state() == null) {
      throw new NotPossible("Wählen Sie, welchen Stand der Fall jetzt hat.");
    }
    if (utterance.kind() != Entry.Kind.STATE && utterance.text().isBlank()) {
      throw new NotPossible("Schreiben Sie zuerst einen Text.");
    }
    long together = utterance.documents().stream().mapToLong(one -> one.content().length).sum();
    if (together > Worklist.LARGEST_TOGETHER) {
      throw new NotPossible("Die Dokumente sind zusammen grösser als 10 MB.");
    }
    if (utterance.documents().stream().anyMatch(one -> one.content().length == 0)) {
      throw new NotPossible("Eines der Dokumente ist leer.");
    }
  }

  private static List<Utterance.Document> documents(@Nullable List<MultipartFile> files)
      throws IOException {
    List<Utterance.Document> documents = new ArrayList<>();
    for (MultipartFile file : files == null ? List.<MultipartFile>of() : files) {
      String name = file.getOriginalFilename();
      if (name != null && !name.isBlank()) {
        documents.add(new Utterance.Document(name, file.getBytes()));
      }
    }
    return documents;
  }

  /** Browsers send line ends as CR LF. */
  private static String lines(String text) {
    return text.replace("\r\n", "\n").strip();
  }

  private static UUID word(String text) {
    try {
      return UUID.fromString(text);
    } catch (IllegalArgumentException e) {
      throw new Visit.NotFound();
    }
  }

  private static @Nullable RequestState announced(String code) {
    try {
      RequestState state = RequestState.ofCode(code);
      return state.announcedByUnit() ? state : null;
    } catch (IllegalArgumentException e) {
      return null;
    }
  }
}
