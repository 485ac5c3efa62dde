package ch.meinkonto.form;

import ch.meinkonto.catalogue.Disturbances;
import ch.meinkonto.catalogue.Level;
import ch.meinkonto.directory.Directory;
import ch.meinkonto.directory.UnitId;
import ch.meinkonto.platform.web.EasyLanguage;
import ch.meinkonto.platform.web.Formats;
import ch.meinkonto.platform.web.Texts;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Makes what a draft’s pages show. */
@Component
class DraftPages {

  private final Disturbances disturbances;
  private final Texts texts;
  private final FileWords fileWords;
  private final Directory directory;
  private final EasyLanguage easy;

  DraftPages(
      Disturbances disturbances,
      Texts texts,
      FileWords fileWords,
      Directory directory,
      EasyLanguage easy) {
    this.easy = easy;
    this.directory = directory;
    this.disturbances = disturbances;
    this.texts = texts;
    this.fileWords = fileWords;
  }

  /** Which problems a page tells. */
  sealed interface Telling {

    /** None: the page is shown for the first time. */
    record Nothing() implements Telling {}

    /** All of the step. */
    record Everything() implements Telling {}

    /** Those of the fields that were already left. */
    record Of(Set<String> paths) implements Telling {}
  }

  StepView step(
      ServiceForm service,
      Draft draft,
      Map<String, Object> given,
      Assessment assessment,
      Step step,
      Locale locale,
      Telling telling,
      List<RefusedFile> refused,
      boolean toCheck) {
    var form = service.form();
    var presentation = presentation(service, locale);
    var errors = errors(assessment, step, presentation, telling);
    refused.forEach(file ->
        errors.merge(
            file.path(),
            fileWords.of(file, step, DraftUploads.MAX_TOTAL, presentation.locale()),
            (first, next) -> first + " " + next));
    var number = assessment.steps().indexOf(step) + 1;
    var address = draft.address() + "/" + step.id();
    var fields =
        new FieldViews(presentation, given, errors, address)
            .of(step.elements(), assessment.frame());
    var scope = assessment.frame().scope();
    return new StepView(
        service.name(),
        service.name().in(presentation.locale()),
        draft.address(),
        address,
        presentation.text(step.title(), scope),
        step.intro().map(intro -> presentation.html(intro, scope)).orElse(null),
        number == 1 ? disturbances.of(draft.service(), locale) : List.of(),
        number == 1 ? form.notes().map(n -> presentation.html(n, scope)).orElse(null) : null,
        number,
        assessment.steps().size() + 1,
        back(draft, assessment, number, toCheck),
        toCheck,
        fields.stream().anyMatch(DraftPages::hasFiles),
        service.level() != Level.NONE,
        fields,
        summary(fields, errors, new ProblemPlaces(presentation, assessment.frame())),
        asked(fields),
        fee(assessment, presentation));
  }

  private Presentation presentation(ServiceForm service, Locale locale) {
    return new Presentation(service.form(), easy.of(locale, service.name()), texts);
  }

  private static String back(Draft draft, Assessment assessment, int number, boolean toCheck) {
    if (toCheck) {
      return draft.address() + "/pruefen";
    }
    return number > 1
        ? draft.address() + "/" + assessment.steps().get(number - 2).id()
        : "/dienste/" + draft.service();
  }

  private Map<String, String> errors(
      Assessment assessment, Step step, Presentation presentation, Telling telling) {
    var words = new ProblemWords(presentation);
    var errors = new LinkedHashMap<String, String>();
    for (var problem : assessment.problemsOf(step)) {
      var told =
          switch (telling) {
            case Telling.Nothing nothing -> false;
            case Telling.Everything everything -> true;
            case Telling.Of(var paths) -> paths.contains(problem.path());
          };
      if (told) {
        errors.putIfAbsent(problem.path(), words.of(problem));
      }
    }
    return errors;
  }

  static List<Map.Entry<String, String>> summary(
      List<FieldView> fields, Map<String, String> errors, ProblemPlaces places) {
    var dates = new ArrayList<String>();
    collectDates(fields, dates);
    return errors.entrySet().stream()
        .map(e -> Map.entry(target(e.getKey(), dates), places.named(e.getKey(), e.getValue())))
        .toList();
  }

  private static String target(String path, List<String> dates) {
    return dates.contains(path) ? path + "-first" : path;
  }

  private static void collectDates(List<FieldView> fields, List<String> dates) {
    for (var field : fields) {
      switch (field) {
        case FieldView.Day day -> dates.add(day.path());
        case FieldView.Group group ->
            group.items().forEach(item -> collectDates(item.fields(), dates));
        default -> {}
      }
    }
  }

  private static boolean hasFiles(FieldView view) {
    return switch (view) {
      case FieldView.Files files -> true;
      case FieldView.Group group ->
          group.items().stream().flatMap(i -> i.fields().stream()).anyMatch(DraftPages::hasFiles);
      default -> false;
    };
  }

  static List<String> asked(List<FieldView> fields) {
    var paths = new ArrayList<String>();
    for (var field : fields) {
      if (field instanceof FieldView.Group group) {
        group.items().forEach(item -> paths.addAll(asked(item.fields())));
      }
      if (!(field instanceof FieldView.Note)) {
        paths.add(field.path());
      }
    }
    return paths;
  }

  StepView.@Nullable FeeView fee(Assessment assessment, Presentation presentation) {
    if (assessment.fee().isEmpty()) {
      return null;
    }
    var due = assessment.fee().get();
    var formats = new Formats(presentation.locale());
    var lines =
        due.lines().stream()
            .map(line ->
                Map.entry(
                    presentation.text(line.label(), assessment.frame().scope()),
                    formats.money(line.amount())))
            .toList();
    var recurring =
        switch (due.recurring()) {
          case ONCE -> null;
          case MONTH -> texts.text(presentation.locale(), "form.fee.month");
          case YEAR -> texts.text(presentation.locale(), "form.fee.year");
        };
    return new StepView.FeeView(lines, formats.money(due.amount()), recurring, due.first());
  }

  CheckView check(
      ServiceForm service, Draft draft, Assessment assessment, Locale locale, Missing missing) {
    var presentation = presentation(service, locale);
    var words = new ProblemWords(presentation);
    var places = new ProblemPlaces(presentation, assessment.frame());
    var errors = new ArrayList<Map.Entry<String, String>>();
    var sections = new ArrayList<CheckView.Section>();
    for (var step : assessment.steps()) {
      var address = draft.address() + "/" + step.id() + "?zurueck";
      assessment.problemsOf(step).stream()
          .map(p -> Map.entry(address + "&fehler#" + p.path(), places.named(p.path(), words.of(p))))
          .forEach(errors::add);
      sections.addAll(new Answered(presentation, assessment, address).sections(step));
    }
    var last = assessment.steps().getLast();
    return new CheckView(
        service.name(),
        service.name().in(presentation.locale()),
        draft.address(),
        assessment.steps().size() + 1,
        draft.address() + "/" + last.id(),
        sections,
        errors,
        fee(assessment, presentation),
        recipients(service, assessment, presentation),
        missing,
        service.audience());
  }

  /** One of several that each get a request of their own. */
  private CheckView.Recipient alone(UnitId unit, Locale locale) {
    return new CheckView.Recipient(
        directory.name(unit, locale),
        texts.text(locale, "form.recipients.each"),
        texts.text(locale, "form.recipients.alone"));
  }

  private List<CheckView.Recipient> recipients(
      ServiceForm service, Assessment assessment, Presentation presentation) {
    var locale = presentation.locale();
    var each = service.form().perUnit().map(assessment.answers()::get);
    if (each.isPresent() && each.get() instanceof List<?> units) {
      return units.stream().map(unit -> alone(new UnitId(unit.toString()), locale)).toList();
    }
    if (assessment.copies().isEmpty()) {
      return List.of();
    }
    var recipients = new ArrayList<CheckView.Recipient>();
    recipients.add(
        new CheckView.Recipient(
            directory.name(service.unit(), locale),
            texts.text(locale, "form.recipients.in-charge"),
            texts.text(locale, "form.recipients.all")));
    var scope = assessment.frame().scope();
    for (var copy : assessment.copies()) {
      var steps =
          copy.steps().stream().map(step -> presentation.text(step.title(), scope)).toList();
      recipients.add(
          new CheckView.Recipient(
              directory.name(copy.to().unit(), locale),
              presentation.text(copy.to().why(), scope),
              texts.text(locale, "form.recipients.some", String.join(" · ", steps))));
    }
    return recipients;
  }
}
