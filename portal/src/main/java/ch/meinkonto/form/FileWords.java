package ch.meinkonto.form;

import ch.meinkonto.platform.upload.FileKind;
import ch.meinkonto.platform.web.Texts;
import java.util.Locale;
import org.springframework.stereotype.Component;
import org.springframework.util.unit.DataSize;

/** Says why a file was not taken. */
@Component
class FileWords {

  private final Texts texts;

  FileWords(Texts texts) {
    this.texts = texts;
  }

  /**
   * Why this file was not taken.
   *
   * @param together how much all files may have
   */
  String of(RefusedFile file, Step step, DataSize together, Locale locale) {
    var allowed =
        step.uploadField(file.path()).map(field -> allowed(file, field, together, locale));
    return texts.text(locale, "form.file." + file.rule(), file.name(), allowed.orElse(""));
  }

  private String allowed(
      RefusedFile file, Field.UploadField field, DataSize together, Locale locale) {
    if (!file.rule().equals("accept")) {
      return file.limit(field, together);
    }
    var kinds = field.accept();
    return texts.text(
        locale,
        kinds.size() > 1
            ? "form.file.kinds"
            : kinds.contains(FileKind.PDF) ? "form.file.kind.pdf" : "form.file.kind.image");
  }
}
