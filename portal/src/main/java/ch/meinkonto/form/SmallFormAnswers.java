package ch.meinkonto.form;

import ch.meinkonto.platform.web.Texts;
import ch.meinkonto.platform.yaml.Localized;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.web.multipart.MultipartHttpServletRequest;

/** Takes answers to questions with fields: nothing of them is kept here, not even while typing. */
@Component
public class SmallFormAnswers {

  private static final String ASKED = "_asked";

  private final Forms forms;
  private final SmallFormFiles files;
  private final FileWords fileWords;
  private final Texts texts;

  SmallFormAnswers(Forms forms, SmallFormFiles files, FileWords fileWords, Texts texts) {
    this.forms = forms;
    this.files = files;
    this.fileWords = fileWords;
    this.texts = texts;
  }

  /** The fields before anything was entered. */
  public SmallFormView blank(SmallForm small, Locale locale) {
    return view(small, Map.of(), Map.of(), locale);
  }

  /** What a browser sent, to be sent once more. */
  public SmallFormView again(SmallForm small, HttpServletRequest request, Locale locale) {
    return view(small, Entries.tree(request.getParameterMap()), Map.of(), locale);
  }

  /** What a browser sent: to be corrected, or complete. */
  public SmallAnswer take(
      SmallForm small, HttpServletRequest request, Localized<String> name, Locale locale) {
    var given = Entries.tree(request.getParameterMap());
    small
        .form()
        .fields()
        .filter(Field.UploadField.class::isInstance)
        .forEach(field -> given.remove(field.id()));
    var taken =
        request instanceof MultipartHttpServletRequest multipart
            ? files.take(small.step(), multipart)
            : SmallFormFiles.NONE;
    taken.given().forEach(given::put);
    var assessment = forms.assess(small.form(), given);
    if (!assessment.isComplete() || !taken.refused().isEmpty()) {
      var asked = asked(request);
      return new SmallAnswer.Incomplete(
          view(small, given, errors(small, assessment, asked, taken, locale), locale));
    }
    return complete(small, assessment, taken, name, locale);
  }

  private static Set<String> asked(HttpServletRequest request) {
    var said = request.getParameter(ASKED);
    return said == null ? Set.of() : new HashSet<>(List.of(said.split(" ", -1)));
  }

  /** What was not asked yet is only shown now, and not complained about. */
  private Map<String, String> errors(
      SmallForm small,
      Assessment assessment,
      Set<String> asked,
      SmallFormFiles.Taken taken,
      Locale locale) {
    var words = new ProblemWords(new Presentation(small.form(), locale, texts));
    var errors = new LinkedHashMap<String, String>();
    for (var problem : assessment.problems()) {
      if (asked.contains(problem.path().split("\\.", 2)[0])) {
        errors.putIfAbsent(problem.path(), words.of(problem));
      }
    }
    taken
        .refused()
        .forEach(file ->
            errors.put(
                file.path(),
                fileWords.of(file, small.step(), SmallFormFiles.LARGEST_TOGETHER, locale)));
    taken
        .given()
        .keySet()
        .forEach(path -> errors.putIfAbsent(path, texts.text(locale, "form.file.again")));
    return errors;
  }

  /** A browser does not send files again that were chosen before. */
  private SmallFormView view(
      SmallForm small, Map<String, Object> given, Map<String, String> errors, Locale locale) {
    var typed = new LinkedHashMap<>(given);
    small
        .form()
        .fields()
        .filter(Field.UploadField.class::isInstance)
        .forEach(field -> typed.remove(field.id()));
    var presentation = new Presentation(small.form(), locale, texts);
    var frame = forms.assess(small.form(), given).frame();
    var fields =
        new FieldViews(presentation, typed, errors, null).of(small.step().elements(), frame);
    return new SmallFormView(
        fields,
        DraftPages.summary(fields, errors, new ProblemPlaces(presentation, frame)),
        DraftPages.asked(fields),
        small.takesFiles());
  }

  private SmallAnswer complete(
      SmallForm small,
      Assessment assessment,
      SmallFormFiles.Taken taken,
      Localized<String> name,
      Locale locale) {
    var schema =
        AnswersSchema.of(
            small.form(),
            name,
            (key, language) -> texts.text(Locale.forLanguageTag(language), key));
    schema.remove("description"); // speaks of a service and its version
    var sent = new ArrayList<Submission.File>();
    for (var id : assessment.attachments()) {
      sent.add(taken.file(id, "attachment-" + (sent.size() + 1)));
    }
    return new SmallAnswer.Complete(
        assessment.answers(),
        schema,
        text(small, assessment, locale),
        text(
            small,
            assessment,
            Locale.forLanguageTag(small.form().service().languages().fallback())),
        List.copyOf(sent));
  }

  private String text(SmallForm small, Assessment assessment, Locale locale) {
    var presentation = new Presentation(small.form(), locale, texts);
    return new Answered(presentation, assessment, "")
        .sections(small.step()).stream()
            .flatMap(section -> section.answers().stream())
            .filter(answer -> !answer.text().isEmpty())
            .map(answer -> answer.question() + "\n" + answer.text())
            .collect(Collectors.joining("\n\n"));
  }
}
