package ch.meinkonto.journeys;

import ch.meinkonto.form.Field;
import ch.meinkonto.form.Form;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What stands nowhere else: in a resident's name, in what they type, in what units say. */
final class Marks {

  static final String NAME = "Wv3zeisig";
  static final String SAID = "Xk5amsel";
  private static final String TYPED = "Zq7kanari";
  private static final int ROOM_FOR_A_MARK = 20;
  private static final int LONG_ENOUGH_TO_BE_KNOWN = 12;

  private final Map<String, Set<String>> typed = new TreeMap<>();
  private int number;

  /** All that was typed for a service; two letters tell its mark from those of others. */
  private Set<String> of(String service) {
    var first = (char) ('A' + typed.size() / 26);
    var second = (char) ('A' + typed.size() % 26);
    return typed.computeIfAbsent(service, _ -> new TreeSet<>(Set.of(TYPED + first + second)));
  }

  /** Something to type for a service. */
  String next(String service) {
    var mark = of(service).stream().filter(one -> one.startsWith(TYPED)).findFirst().orElseThrow();
    return mark + ++number;
  }

  /** This was typed for it as well. */
  String also(String service, String text) {
    of(service).add(text);
    return text;
  }

  /** All that was typed. */
  Set<String> all() {
    var all = new TreeSet<>(Set.of(TYPED));
    typed.values().forEach(all::addAll);
    return all;
  }

  /** What is typed, by service. */
  Map<String, Canary> typed() {
    return typed.entrySet().stream()
        .collect(Collectors.toMap(Map.Entry::getKey, one -> new Canary(one.getValue())));
  }

  /** The same answers with a mark wherever one can type. */
  Map<String, Object> in(Form form, Map<String, Object> answers) {
    var service = form.service().id();
    var marked = new LinkedHashMap<String, Object>();
    answers.forEach((id, value) -> marked.put(id, in(service, form.field(id).orElse(null), value)));
    return marked;
  }

  private Object in(String service, @Nullable Field field, Object value) {
    return switch (field) {
      case Field.TextField text
          when text.pattern().isEmpty() && text.maxLength() >= ROOM_FOR_A_MARK ->
          next(service);
      case Field.AddressField _ when value instanceof Map<?, ?> address -> {
        var marked = new LinkedHashMap<Object, Object>(address);
        marked.put("strasse", next(service));
        yield marked;
      }
      case Field.GroupField group when value instanceof List<?> items ->
          items.stream().map(item -> inItem(service, group, (Map<?, ?>) item)).toList();
      case Field.CodeField _
          when value instanceof String code && code.length() >= LONG_ENOUGH_TO_BE_KNOWN ->
          also(service, code);
      case null, default -> value;
    };
  }

  private Map<Object, Object> inItem(String service, Field.GroupField group, Map<?, ?> item) {
    var marked = new LinkedHashMap<Object, Object>();
    item.forEach((id, value) ->
        marked.put(
            id,
            in(
                service,
                group.fields().stream().filter(f -> f.id().equals(id)).findFirst().orElse(null),
                value)));
    return marked;
  }

  /** Files with a mark in their names and in themselves. */
  FormFilling.Upload files(String service) {
    var mark = next(service);
    return new FormFilling.Upload(
        mark + ".png", TestFiles.png(mark), mark + ".pdf", TestFiles.pdf(mark));
  }
}
