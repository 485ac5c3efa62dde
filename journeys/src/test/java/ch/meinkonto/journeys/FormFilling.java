package ch.meinkonto.journeys;

import ch.meinkonto.form.Field;
import ch.meinkonto.form.Form;
import ch.meinkonto.journeys.PlainBrowser.Entry;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Fills in a service's form page by page, with given answers, as somebody without script would. */
final class FormFilling {

  private static final int MORE_PAGES_THAN_ANY_FORM = 80;
  private static final String STEP = "[name=_asked]";

  private final PlainBrowser browser;
  private final Form form;
  private final Map<String, Object> answers;
  private final Files files;

  /** What is added to fields that ask for files. */
  interface Files {

    /** One for this field; the answers call it so. */
    File file(Field.UploadField wanted, String name);
  }

  @SuppressWarnings("ArrayRecordComponent") // never compared
  record File(String name, byte[] content) {}

  /** The same file for all fields: a picture where one may be given. */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  record Upload(String imageName, byte[] image, String pdfName, byte[] pdf) implements Files {

    @Override
    public File file(Field.UploadField wanted, String name) {
      return wanted.accept().stream().anyMatch(kind -> kind.name().equals("IMAGE"))
          ? new File(imageName, image)
          : new File(pdfName, pdf);
    }
  }

  FormFilling(PlainBrowser browser, Form form, Map<String, Object> answers, Files files) {
    this.browser = browser;
    this.form = form;
    this.answers = answers;
    this.files = files;
  }

  /**
   * Begins on the service's page, or goes on where the browser stands in a draft, until the check
   * page.
   */
  void toCheckPage() throws IOException {
    if (browser.path().startsWith("/antrag/")) {
      browser.open(browser.path());
    } else {
      begin();
    }
    for (var i = 0; i < MORE_PAGES_THAN_ANY_FORM && !onCheckPage(); i++) {
      step();
    }
    if (!onCheckPage() || isRefused()) {
      throw new AssertionError(
          form.service().id() + " stays at " + browser.path() + ": " + browser.page().text());
    }
  }

  /**
   * Begins afresh and goes on until the check page, or until a page tells an error; gives what was
   * asked on the way.
   */
  Set<String> asFarAsItGoes() throws IOException {
    var seen = new TreeSet<String>();
    begin();
    for (var i = 0; i < MORE_PAGES_THAN_ANY_FORM && !onCheckPage() && !isRefused(); i++) {
      addItems();
      stepAndLookAgain(seen);
    }
    return seen;
  }

  /** Who comes back to a page may find more on it: what the answers given there ask besides. */
  private void stepAndLookAgain(Set<String> seen) throws IOException {
    var here = browser.path();
    var before = asked();
    seen.addAll(before);
    step();
    var there = browser.path();
    if (there.equals(here) || !mayAskMore(here)) {
      return;
    }
    browser.open(here);
    seen.addAll(asked());
    if (before.containsAll(asked())) {
      browser.open(there);
    } else {
      step();
    }
  }

  private boolean mayAskMore(String path) {
    return form.step(path.substring(path.lastIndexOf('/') + 1)).stream()
        .flatMap(step -> step.fields().stream())
        .anyMatch(field ->
            field.when().isPresent()
                || (field instanceof Field.GroupField group
                    && group.fields().stream().anyMatch(inside -> inside.when().isPresent())));
  }

  boolean onCheckPage() {
    return browser.path().endsWith("/pruefen");
  }

  private boolean isRefused() {
    return !browser.page().select(".error-summary").isEmpty();
  }

  private void begin() throws IOException {
    if (answers.get("_offer") instanceof Map<?, ?> offer) {
      choose("/dienste/" + form.service().id() + "/angebote/" + offer.get("id"));
      return;
    }
    browser.open("/dienste/" + form.service().id());
    browser.submit("form[action$=/antrag]", List.of());
    if (!browser.page().select("[name=neu]").isEmpty()) {
      browser.submit("[name=neu]", List.of(new Entry("neu", "true")));
    }
  }

  /** What was begun before about another offer is deleted first. */
  private void choose(String offer) throws IOException {
    browser.open(offer);
    browser.submit("form[action$=/antrag]", List.of());
    if (browser.path().endsWith("/angebot")) {
      browser.open(browser.path().replace("/angebot", "/loeschen"));
      browser.submit("form[action$=/loeschen]", List.of());
      browser.open(offer);
      browser.submit("form[action$=/antrag]", List.of());
    }
  }

  private void step() throws IOException {
    addItems();
    for (var at : asked()) {
      if (field(at) instanceof Field.UploadField wanted && valueAt(at) instanceof List<?> all) {
        for (var i = filesShown(at); i < all.size(); i++) {
          var file = files.file(wanted, name(all.get(i)));
          browser.upload(STEP, entriesWith("upload:" + at), at, file.name(), file.content());
          if (filesShown(at) <= i) {
            return; // it was refused
          }
        }
      }
    }
    browser.submit(STEP, entriesWith("next"));
  }

  /** As many as the answers have, or as the page allows. */
  private void addItems() throws IOException {
    for (var at : asked()) {
      if (answers.get(at) instanceof List<?> items && isGroup(at)) {
        while (itemsShown(at) < items.size()
            && !browser.page().select("[name=_action][value=add:" + at + "]").isEmpty()) {
          browser.submit(STEP, entriesWith("add:" + at));
        }
      }
    }
  }

  private int filesShown(String at) {
    return browser.page().select(".field:has([name=" + at + "]) [value^=remove-file:]").size();
  }

  private static String name(@Nullable Object file) {
    return file instanceof Map<?, ?> described ? String.valueOf(described.get("fileName")) : "";
  }

  private List<String> asked() {
    var field = browser.page().select(STEP).first();
    return field == null || field.val().isBlank() ? List.of() : List.of(field.val().split(" "));
  }

  private long itemsShown(String group) {
    return asked().stream()
        .filter(path -> path.matches(group + "\\.\\d+\\..*"))
        .map(path -> path.split("\\.")[1])
        .distinct()
        .count();
  }

  private boolean isGroup(String at) {
    return form.field(at).orElse(null) instanceof Field.GroupField;
  }

  private @Nullable Field field(String at) {
    var parts = at.split("\\.");
    return form.field(parts[parts.length - 1]).orElse(null);
  }

  private List<Entry> entriesWith(String action) {
    var entries = new ArrayList<Entry>();
    for (var at : asked()) {
      add(entries, at, valueAt(at));
    }
    entries.add(new Entry("_action", action));
    return entries;
  }

  private void add(List<Entry> entries, String at, @Nullable Object value) {
    switch (value) {
      case null -> {}
      case Map<?, ?> address ->
          address.forEach((part, text) -> entries.add(new Entry(at + "." + part, text.toString())));
      case List<?> list -> {
        if (list.stream().allMatch(String.class::isInstance)) {
          list.forEach(chosen -> entries.add(new Entry(at, chosen.toString())));
        }
      }
      default -> {
        if (field(at) instanceof Field.DateField || field(at) instanceof Field.MonthField) {
          addDate(entries, at, value.toString().split("-"));
        } else {
          entries.add(new Entry(at, value.toString()));
        }
      }
    }
  }

  private static void addDate(List<Entry> entries, String at, String[] date) {
    entries.add(new Entry(at + ".year", date[0]));
    entries.add(new Entry(at + ".month", date[1]));
    if (date.length > 2) {
      entries.add(new Entry(at + ".day", date[2]));
    }
  }

  private @Nullable Object valueAt(String path) {
    @Nullable Object place = answers;
    for (var key : path.split("\\.")) {
      place =
          switch (place) {
            case Map<?, ?> map -> map.get(key);
            case List<?> list when key.matches("\\d+") && Integer.parseInt(key) < list.size() ->
                list.get(Integer.parseInt(key));
            case null, default -> null;
          };
    }
    return place;
  }
}
