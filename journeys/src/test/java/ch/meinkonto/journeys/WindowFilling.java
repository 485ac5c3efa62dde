package ch.meinkonto.journeys;

import ch.meinkonto.form.Field;
import ch.meinkonto.form.Form;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.FilePayload;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Fills in a service's form in a window, page by page. */
final class WindowFilling {

  private static final int MORE_PAGES_THAN_ANY_FORM = 30;

  private final Window window;
  private final Form form;
  private final Map<String, Object> answers;
  private final Map<String, Path> files;

  WindowFilling(Window window, Form form, Map<String, Object> answers) {
    this(window, form, answers, Map.of());
  }

  /**
   * The same with files of one's own.
   *
   * @param files by the fields that ask for them; all others get a small picture
   */
  WindowFilling(Window window, Form form, Map<String, Object> answers, Map<String, Path> files) {
    this.window = window;
    this.form = form;
    this.answers = answers;
    this.files = files;
  }

  /** From the first step to the check page. */
  void toCheckPage() {
    for (var i = 0; i < MORE_PAGES_THAN_ANY_FORM && !window.path().endsWith("/pruefen"); i++) {
      window.check();
      answers.forEach(this::fill);
      onwards();
    }
  }

  /** By its own button: “Weitere Person” begins with the same word. */
  private void onwards() {
    window.page().locator(".button-row button[name='_action'][value='next']").click();
    window.page().waitForLoadState();
  }

  private void fill(String id, Object value) {
    form.field(id).ifPresent(field -> fill(id, field, value)); // or it says what is booked
  }

  private void fill(String id, Field asked, Object value) {
    switch (asked) {
      case Field.GroupField group -> fillItems(id, group, (List<?>) value);
      case Field.UploadField _ -> upload(id);
      case Field.DateField _ -> fillDate(id, value.toString().split("-"));
      case Field.AddressField _ ->
          ((Map<?, ?>) value).forEach((part, text) -> type(id + "." + part, text.toString()));
      case Field.ChoicesField _ -> ((List<?>) value).forEach(one -> choose(id, one.toString()));
      case Field.ChoiceField _, Field.YesNoField _, Field.ConsentField _ ->
          choose(id, value.toString());
      default -> type(id, value.toString());
    }
  }

  /** Those that the page shows. */
  private void fillItems(String id, Field.GroupField group, List<?> items) {
    for (var i = 0; i < items.size(); i++) {
      var prefix = id + "." + i + ".";
      var item = (Map<?, ?>) items.get(i);
      group.fields().stream()
          .filter(field -> item.containsKey(field.id()))
          .forEach(field ->
              fill(prefix + field.id(), field, Objects.requireNonNull(item.get(field.id()))));
    }
  }

  private void fillDate(String id, String[] date) {
    type(id + ".year", date[0]);
    type(id + ".month", date[1]);
    if (date.length > 2) {
      type(id + ".day", date[2]);
    }
  }

  private void type(String name, String text) {
    var field = named(name);
    if (field.count() > 0 && field.isVisible()) {
      if (field.evaluate("e => e.tagName").equals("SELECT")) {
        field.selectOption(text);
      } else {
        field.fill(text);
      }
    }
  }

  private void choose(String name, String value) {
    var boxes = window.page().locator("input[name='" + name + "']");
    if (boxes.count() == 0) {
      type(name, value);
    } else if (boxes.first().getAttribute("type").equals("checkbox") && value.equals("true")) {
      boxes.first().check();
    } else {
      window.page().locator("input[name='" + name + "'][value='" + value + "']").check();
    }
  }

  private void upload(String id) {
    var field = window.page().locator("input[type=file][name='" + id + "']");
    if (field.count() > 0 && window.page().locator("[value^='remove-file:']").count() == 0) {
      var own = files.get(id);
      if (own == null) {
        field.setInputFiles(new FilePayload("bild.png", "image/png", TestFiles.png("bild")));
      } else {
        field.setInputFiles(own);
      }
      if (window.script()) {
        window.page().locator("[value^='remove-file:']").first().waitFor();
      } else {
        window.page().locator("button[value='upload:" + id + "']").click();
      }
    }
  }

  private Locator named(String name) {
    return window
        .page()
        .locator(
            "input[name='"
                + name
                + "'], textarea[name='"
                + name
                + "'], select[name='"
                + name
                + "']")
        .first();
  }
}
