package ch.meinkonto.form;

import ch.meinkonto.form.Field.Option;
import ch.meinkonto.form.FieldView.Head;
import ch.meinkonto.platform.upload.FileKind;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Makes the views of the fields of one step. */
final class FieldViews {

  private final Presentation presentation;
  private final Map<?, ?> given;
  private final Map<String, String> errors;
  private final @Nullable String address;

  /**
   * @param given what was entered, as it was typed
   * @param errors what is wrong, by path
   * @param address of the step, where files are added one by one; null where they come with the
   *     rest
   */
  FieldViews(
      Presentation presentation,
      Map<?, ?> given,
      Map<String, String> errors,
      @Nullable String address) {
    this.presentation = presentation;
    this.given = given;
    this.errors = errors;
    this.address = address;
  }

  /** The elements of a level that are shown. */
  List<FieldView> of(List<Element> elements, Frame frame) {
    var views = new ArrayList<FieldView>();
    for (var i = 0; i < elements.size(); i++) {
      switch (elements.get(i)) {
        case Element.TextBlock block -> {
          if (block.when().map(w -> w.holds(frame.scope())).orElse(true)) {
            views.add(
                new FieldView.Note(
                    frame.prefix() + "text-" + i,
                    block.kind().name().toLowerCase(Locale.ROOT),
                    presentation.html(block.text(), frame.scope())));
          }
        }
        case Field field -> {
          var asked = frame.asked().get(field.id());
          if (asked != null) {
            views.add(view(asked));
          }
        }
      }
    }
    return views;
  }

  private FieldView view(Frame.Asked asked) {
    var head = head(asked);
    var raw = Entries.at(given, asked.path());
    var token = asked.field().common().autocomplete().orElse(null);
    return switch (asked.field()) {
      case Field.TextField text ->
          text.lines() > 1
              ? new FieldView.Area(head, typed(raw), text.lines(), text.maxLength())
              : line(head, raw, "text", null, token, text.maxLength(), null, null, "");
      case Field.NumberField number ->
          line(
              head,
              raw,
              "text",
              number.decimals() > 0 ? "decimal" : "numeric",
              token,
              20,
              null,
              presentation.text(number.unit(), asked.scope()),
              "10");
      case Field.MoneyField money ->
          line(head, raw, "text", "decimal", token, 20, "CHF", null, "10");
      case Field.CodeField code ->
          line(
              head,
              raw,
              code.notation().inputType(),
              code.notation().inputMode().orElse(null),
              token != null ? token : code.notation().autocomplete().orElse(null),
              null,
              null,
              null,
              "20");
      case Field.DateField date -> day(head, raw, true, "bday".equals(token));
      case Field.MonthField month -> day(head, raw, false, false);
      case Field.ChoiceField choice ->
          new FieldView.Choice(
              head,
              choice.select(),
              typed(raw),
              options(choice.options(), asked),
              hints(choice.options(), asked));
      case Field.ChoicesField choices ->
          new FieldView.Choices(
              head,
              chosen(raw),
              options(choices.options(), asked),
              hints(choices.options(), asked));
      case Field.YesNoField yesNo ->
          new FieldView.YesNo(head, raw == null ? null : Typed.truth(raw).orElse(null));
      case Field.ConsentField consent ->
          new FieldView.Consent(head, raw != null && Typed.truth(raw).orElse(false));
      case Field.AddressField address -> address(head, address, raw);
      case Field.UploadField upload -> files(head, upload, raw);
      case Field.GroupField group -> group(head, group, asked);
    };
  }

  private Head head(Frame.Asked asked) {
    var common = asked.field().common();
    var needed = common.required().map(r -> r.holds(asked.scope())).orElse(true);
    return new Head(
        asked.path(),
        presentation.text(common.label(), asked.scope()),
        presentation.text(common.hint(), asked.scope()),
        errors.get(asked.path()),
        needed || asked.field() instanceof Field.GroupField ? null : word("form.optional"),
        common.onDevice().orElse(null));
  }

  private String word(String key) {
    return presentation.texts().text(presentation.locale(), key);
  }

  private static String typed(@Nullable Object raw) {
    return Typed.text(raw).orElse("");
  }

  private static FieldView line(
      Head head,
      @Nullable Object raw,
      String type,
      @Nullable String inputMode,
      @Nullable String autocomplete,
      @Nullable Integer maxLength,
      @Nullable String prefix,
      @Nullable String suffix,
      String size) {
    return new FieldView.Line(
        head, typed(raw), type, inputMode, autocomplete, maxLength, prefix, suffix, size);
  }

  private static FieldView day(Head head, @Nullable Object raw, boolean withDay, boolean birth) {
    if (raw instanceof Map<?, ?> parts) {
      return new FieldView.Day(
          head,
          withDay,
          typed(parts.get("day")),
          typed(parts.get("month")),
          typed(parts.get("year")),
          birth);
    }
    var date = raw == null ? null : Typed.date(raw).orElse(null);
    var month = raw == null ? null : Typed.month(raw).orElse(null);
    return new FieldView.Day(
        head,
        withDay,
        date == null ? "" : String.valueOf(date.getDayOfMonth()),
        date != null
            ? String.valueOf(date.getMonthValue())
            : month == null ? "" : String.valueOf(month.getMonthValue()),
        date != null
            ? String.valueOf(date.getYear())
            : month == null ? "" : String.valueOf(month.getYear()),
        birth);
  }

  private List<Map.Entry<String, String>> options(List<Option> options, Frame.Asked asked) {
    return options.stream()
        .filter(option -> option.when().map(w -> w.holds(asked.scope())).orElse(true))
        .map(option -> Map.entry(option.id(), presentation.text(option.label(), asked.scope())))
        .toList();
  }

  private Map<String, String> hints(List<Option> options, Frame.Asked asked) {
    return options.stream()
        .filter(option -> option.hint().isPresent())
        .collect(
            Collectors.toMap(
                Option::id, o -> presentation.text(o.hint().orElseThrow(), asked.scope())));
  }

  private static List<String> chosen(@Nullable Object raw) {
    return raw instanceof List<?> list
        ? list.stream().map(FieldViews::typed).toList()
        : List.of(typed(raw));
  }

  private FieldView address(Head head, Field.AddressField field, @Nullable Object raw) {
    var values = new LinkedHashMap<String, String>();
    var wrong = new LinkedHashMap<String, String>();
    for (var part : PostalAddress.PARTS) {
      values.put(part, raw instanceof Map<?, ?> map ? typed(map.get(part)) : "");
      var error = errors.get(head.path() + "." + part);
      if (error != null) {
        wrong.put(part, error);
      }
    }
    if (values.getOrDefault("land", "").isEmpty()) {
      values.put("land", "CH");
    }
    return new FieldView.Address(
        head,
        values,
        wrong,
        field.foreign() ? Countries.in(presentation.locale()) : List.of(),
        field.common().prefill().isPresent());
  }

  private FieldView files(Head head, Field.UploadField field, @Nullable Object raw) {
    var files = new ArrayList<FieldView.Files.File>();
    if (raw instanceof List<?> list) {
      list.forEach(item ->
          UploadedFile.read(item)
              .ifPresent(f -> files.add(new FieldView.Files.File(f.id(), f.fileName(), meta(f)))));
    }
    var accept =
        field.accept().stream()
            .sorted()
            .map(
                kind -> kind == FileKind.IMAGE ? "image/*" : "application/pdf") // offers the camera
            .collect(Collectors.joining(","));
    return new FieldView.Files(
        head,
        files,
        accept,
        field.maxFiles() > 1,
        address == null ? null : address + "/dateien?feld=" + head.path(),
        field.maxSize().toBytes(),
        FileSizes.shown(field.maxSize()));
  }

  private static String meta(UploadedFile file) {
    var kind = file.mediaType().substring(file.mediaType().indexOf('/') + 1);
    return kind.toUpperCase(Locale.ROOT) + ", " + FileSizes.shown(file.size());
  }

  private FieldView group(Head head, Field.GroupField group, Frame.Asked asked) {
    var items = new ArrayList<FieldView.Group.Item>();
    for (var frame : asked.items()) {
      items.add(
          new FieldView.Group.Item(
              asked.path() + "." + items.size(),
              presentation.itemTitle(group, asked, items.size()),
              asked.items().size() > group.min(),
              of(group.elements(), frame)));
    }
    return new FieldView.Group(
        head,
        items,
        items.size() < group.max() ? presentation.text(group.addLabel(), asked.scope()) : null);
  }
}
