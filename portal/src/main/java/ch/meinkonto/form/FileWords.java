package ch.meinkonto.form;

import ch.meinkonto.platform.upload.FileKind;
import ch.meinkonto.platform.web.Texts;
import java.util.Locale;
import org.springframework.stereotype.Component;

/** Says why a file was not taken. */
@Component
class FileWords {

  private final Texts texts;

  FileWords(Texts texts) {
    this.texts = texts;
  }

  String of(RefusedFile file, Step step, Locale locale) {
    var allowed = step.uploadField(file.path()).map(field -> allowed(file, field, locale));
    return texts.text(locale, "form.file." + file.rule(), file.name(), allowed.orElse(""));
  }

  private String allowed(RefusedFile file, Field.UploadField field, Locale locale) {
    if (!file.rule().equals("accept")) {
      return RefusedFile.limit(file.rule(), field);
    }
    var kinds = field.accept();
    return texts.text(
        locale,
        kinds.size() > 1
            ? "form.file.kinds"
            : kinds.contains(FileKind.PDF) ? "form.file.kind.pdf" : "form.file.kind.image");
  }
}
