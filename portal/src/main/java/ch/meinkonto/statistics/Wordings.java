package ch.meinkonto.statistics;

import ch.meinkonto.catalogue.Catalogue;
import ch.meinkonto.directory.Directory;
import ch.meinkonto.form.Forms;
import ch.meinkonto.platform.web.Texts;
import java.util.Locale;
import org.springframework.stereotype.Component;

/** Gives the {@link Wording} of a language. */
@Component
class Wordings {

  private final Texts texts;
  private final Catalogue catalogue;
  private final Directory directory;
  private final Forms forms;

  Wordings(Texts texts, Catalogue catalogue, Directory directory, Forms forms) {
    this.texts = texts;
    this.catalogue = catalogue;
    this.directory = directory;
    this.forms = forms;
  }

  Wording in(Locale locale) {
    return new Wording(locale, texts, catalogue, directory, forms);
  }
}
