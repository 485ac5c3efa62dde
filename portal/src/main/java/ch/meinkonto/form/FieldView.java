package ch.meinkonto.form;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A field as its page shows it. */
public sealed interface FieldView {

  /**
   * Where it is: {@code umzugsdatum}, {@code personen.0.vorname}. Names of inputs, ids of elements
   * and targets of error links are all this.
   */
  String path();

  /** What of a person that somebody keeps on their own device fits here. */
  default @Nullable String onDevice() {
    return null;
  }

  /** Whether fields are about a person whom somebody may keep on their own device. */
  static boolean ofPerson(List<FieldView> fields) {
    return fields.stream().anyMatch(field -> field.onDevice() != null);
  }

  /**
   * What all fields show.
   *
   * @param optional the word that says that one may leave it out
   * @param onDevice what of a person that somebody keeps on their own device fits here
   */
  record Head(
      String path,
      String label,
      @Nullable String hint,
      @Nullable String error,
      @Nullable String optional,
      @Nullable String onDevice) {}

  /** A text between fields. */
  record Note(String path, String kind, String html) implements FieldView {}

  /** An input of one line. */
  record Line(
      Head head,
      String value,
      String type,
      @Nullable String inputMode,
      @Nullable String autocomplete,
      @Nullable Integer maxLength,
      @Nullable String prefix,
      @Nullable String suffix,
      String size)
      implements FieldView {
    @Override
    public String path() {
      return head.path();
    }

    @Override
    public @Nullable String onDevice() {
      return head.onDevice();
    }
  }

  /** An input of several lines. */
  record Area(Head head, String value, int rows, int maxLength) implements FieldView {
    @Override
    public String path() {
      return head.path();
    }
  }

  /** A date, or a month when it has no day. */
  record Day(Head head, boolean withDay, String day, String month, String year, boolean birth)
      implements FieldView {
    @Override
    public String path() {
      return head.path();
    }

    @Override
    public @Nullable String onDevice() {
      return head.onDevice();
    }
  }

  /** One of several options: as radios, or as a list to open. */
  record Choice(
      Head head,
      boolean select,
      String value,
      List<Map.Entry<String, String>> options,
      Map<String, String> hints)
      implements FieldView {
    @Override
    public String path() {
      return head.path();
    }
  }

  /** Several of several options. */
  record Choices(
      Head head,
      List<String> values,
      List<Map.Entry<String, String>> options,
      Map<String, String> hints)
      implements FieldView {
    @Override
    public String path() {
      return head.path();
    }
  }

  /** Yes or no. */
  record YesNo(Head head, @Nullable Boolean value) implements FieldView {
    @Override
    public String path() {
      return head.path();
    }
  }

  /** A box to tick. */
  record Consent(Head head, boolean ticked) implements FieldView {
    @Override
    public String path() {
      return head.path();
    }
  }

  /** A postal address; with a country to choose when there are several. */
  record Address(
      Head head,
      Map<String, String> values,
      Map<String, String> errors,
      List<Map.Entry<String, String>> countries,
      boolean own)
      implements FieldView {
    @Override
    public String path() {
      return head.path();
    }

    /** What was entered for a part. */
    public String value(String part) {
      return values.getOrDefault(part, "");
    }

    /** The browser’s own offer, for the person’s own address. */
    public @Nullable String autocomplete(String token) {
      return own ? token : null;
    }
  }

  /**
   * Files.
   *
   * @param uploadUrl where files are added one by one; null where they come with the rest
   * @param maxBytes how large one may be
   * @param maxSize the same in words
   */
  record Files(
      Head head,
      List<File> files,
      String accept,
      boolean multiple,
      @Nullable String uploadUrl,
      long maxBytes,
      String maxSize)
      implements FieldView {

    /** A file that was added. */
    public record File(String id, String name, String meta) {}

    @Override
    public String path() {
      return head.path();
    }
  }

  /** Several alike. */
  record Group(Head head, List<Item> items, @Nullable String addLabel) implements FieldView {

    /** One of them. */
    public record Item(String path, String title, boolean removable, List<FieldView> fields) {

      /** Whether it is about a person whom somebody may keep on their own device. */
      public boolean ofPerson() {
        return FieldView.ofPerson(fields);
      }
    }

    @Override
    public String path() {
      return head.path();
    }
  }
}
