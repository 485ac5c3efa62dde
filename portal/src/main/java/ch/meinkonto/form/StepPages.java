package ch.meinkonto.form;

import ch.meinkonto.form.DraftPages.Telling;
import ch.meinkonto.platform.web.NotFound;
import ch.meinkonto.platform.web.Visitor;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartHttpServletRequest;

/** One step a page. Whatever button is pressed, what was entered is saved first. */
@Controller
class StepPages {

  private final DraftAccess access;
  private final Forms forms;
  private final DraftPages pages;
  private final StepChanges changes;
  private final UploadDesk desk;
  private final Prefill prefill;
  private final RefusedFiles refusedFiles;
  private final DraftOffers offers;
  private final Parties parties;

  StepPages(
      DraftAccess access,
      Forms forms,
      DraftPages pages,
      StepChanges changes,
      UploadDesk desk,
      Prefill prefill,
      RefusedFiles refusedFiles,
      DraftOffers offers,
      Parties parties) {
    this.access = access;
    this.forms = forms;
    this.pages = pages;
    this.changes = changes;
    this.desk = desk;
    this.prefill = prefill;
    this.refusedFiles = refusedFiles;
    this.offers = offers;
    this.parties = parties;
  }

  @GetMapping("/antrag/{id}/{step}")
  String show(
      @PathVariable UUID id,
      @PathVariable String step,
      @RequestParam(name = "fehler", required = false) @Nullable String errors,
      @RequestParam(name = "zurueck", required = false) @Nullable String toCheck,
      @RequestParam(name = RefusedFiles.PARAMETER, required = false) @Nullable String refused,
      Optional<Visitor> visitor,
      Locale locale,
      Model model,
      HttpServletRequest request,
      HttpServletResponse response) {
    return access.open(
        id,
        request,
        response,
        (draft, service) -> {
          var here = step(service, step);
          var telling = errors == null ? new Telling.Nothing() : new Telling.Everything();
          var files = refusedFiles.open(draft, refused);
          var party = parties.of(draft, visitor);
          if (!fill(
              model,
              draft,
              service,
              here,
              locale,
              telling,
              files,
              toCheck != null,
              party.sender())) {
            return "redirect:" + draft.address();
          }
          model.addAttribute("place", offers.view(draft, locale));
          model.addAttribute("whom", party.other().map(Represented::name).orElse(null));
          return "form/step";
        });
  }

  @PostMapping("/antrag/{id}/{step}")
  String submit(
      @PathVariable UUID id,
      @PathVariable String step,
      @RequestParam(name = "_action", defaultValue = "next") String action,
      @RequestParam(name = "_asked", defaultValue = "") String asked,
      @RequestParam(name = "_left", defaultValue = "") String left,
      @RequestParam(name = "_check", defaultValue = "false") boolean toCheck,
      Locale locale,
      Model model,
      HttpServletRequest request,
      HttpServletResponse response) {
    return access.open(
        id,
        request,
        response,
        (draft, service) -> {
          var here = step(service, step);
          var known = words(asked);
          var saved = changes.save(draft, here, Entries.tree(request.getParameterMap()), known);
          if (saved.isEmpty()) {
            return "redirect:" + draft.address();
          }
          if (action.equals("save")) {
            var telling = new Telling.Of(words(left));
            var shown =
                fill(
                    model,
                    saved.get(),
                    service,
                    here,
                    locale,
                    telling,
                    List.of(),
                    toCheck,
                    Optional.empty());
            return shown ? "form/fragment" : "redirect:" + draft.address();
          }
          return "redirect:" + next(saved.get(), service, here, action, known, toCheck, request);
        });
  }

  /** Files alone, as the script sends them. */
  @PostMapping("/antrag/{id}/{step}/dateien")
  String files(
      @PathVariable UUID id,
      @PathVariable String step,
      @RequestParam(name = "_asked", defaultValue = "") String asked,
      @RequestParam(name = "_check", defaultValue = "false") boolean toCheck,
      Locale locale,
      Model model,
      HttpServletRequest request,
      HttpServletResponse response) {
    return submit(id, step, "upload:", asked, "", toCheck, locale, model, request, response);
  }

  private String next(
      Draft draft,
      ServiceForm service,
      Step here,
      String action,
      Set<String> asked,
      boolean toCheck,
      HttpServletRequest request) {
    var address = draft.address() + "/" + here.id();
    var back = toCheck ? "zurueck" : "";
    var refused =
        request instanceof MultipartHttpServletRequest multipart
            ? desk.take(draft, here, multipart)
            : List.<RefusedFile>of();
    if (!refused.isEmpty()) {
      var query = RefusedFiles.PARAMETER + "=" + refusedFiles.sealed(draft, refused);
      var place = refused.getFirst().path();
      return address + "?" + query + (toCheck ? "&" + back : "") + "#" + place;
    }
    var next = changes.act(draft, here, action);
    if (next.isPresent()) {
      return address + "?" + back + "#" + next.get();
    }
    if (action.startsWith("upload:")) {
      return address + "?" + back;
    }
    if (action.equals("later")) {
      return draft.address() + "?wieder";
    }
    return onwards(draft, service, here, asked, toCheck);
  }

  /** The next step; the same one again while something is wrong or was not asked yet. */
  private String onwards(
      Draft before, ServiceForm service, Step here, Set<String> asked, boolean toCheck) {
    var draft = changes.again(before).orElse(before);
    var assessment = forms.assess(service.form(), draft.givenWithUploads());
    var problems = assessment.problemsOf(here);
    if (!problems.isEmpty()) {
      var address = draft.address() + "/" + here.id();
      var onlyNew =
          problems.stream().noneMatch(p -> asked.stream().anyMatch(a -> wasAsked(p.path(), a)));
      return address
          + (onlyNew ? "?weiter" : "?fehler")
          + (toCheck ? "&zurueck" : "")
          + (onlyNew ? "#" + problems.getFirst().path() : "");
    }
    var following =
        assessment.steps().stream()
            .skip(assessment.steps().indexOf(here) + 1L)
            .filter(step -> !toCheck || !assessment.problemsOf(step).isEmpty())
            .findFirst();
    return following
        .map(step -> draft.address() + "/" + step.id() + (toCheck ? "?zurueck" : ""))
        .orElse(draft.address() + "/pruefen");
  }

  /** An item of a group has fields of its own: that the group was asked says nothing of them. */
  private static boolean wasAsked(String path, String asked) {
    return Assessment.isAt(path, asked) && !path.substring(asked.length()).matches("\\.\\d+\\..*");
  }

  /** Puts the step’s page together; false when the step isn’t asked. */
  private boolean fill(
      Model model,
      Draft draft,
      ServiceForm service,
      Step step,
      Locale locale,
      Telling telling,
      List<RefusedFile> refused,
      boolean toCheck,
      Optional<Visitor> sender) {
    var offered = prefill.offer(service.form(), draft.given(), sender);
    var given =
        draft.with(StepEntries.withNeededItems(Entries.copy(offered), step)).givenWithUploads();
    var assessment = forms.assess(service.form(), given);
    if (!assessment.steps().contains(step)) {
      return false;
    }
    model.addAttribute(
        "view",
        pages.step(service, draft, given, assessment, step, locale, telling, refused, toCheck));
    return true;
  }

  private static Step step(ServiceForm service, String id) {
    return service.form().step(id).orElseThrow(NotFound::new);
  }

  private static Set<String> words(String text) {
    return new HashSet<>(Arrays.asList(text.split(" ")));
  }
}
