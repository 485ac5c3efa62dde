package ch.meinkonto.form;

import ch.meinkonto.form.RuleExample.Expected;
import ch.meinkonto.form.expression.Names;
import ch.meinkonto.platform.yaml.YamlNode;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Reads a service’s examples, and says in the file which of them do not hold. */
final class ExampleFile {

  private record Read(YamlNode node, RuleExample example) {}

  private final Form form;
  private final YamlNode root;
  private final ExampleAnswers reader;
  private final Map<String, ExampleAnswer> answers;
  private final List<Read> examples = new ArrayList<>();

  ExampleFile(Form form, YamlNode root) {
    this.form = form;
    this.root = root;
    this.reader = new ExampleAnswers(form);
    root.allow("answers", "offer", "examples");
    this.answers = reader.read(root.require("answers"));
    if (form.booking().isPresent()) {
      answers.put(ChosenOffer.KEY, reader.offer(root.require("offer")));
    }
    var names = new HashSet<String>();
    root.require("examples").items().forEach(node -> read(node, names));
  }

  List<RuleExample> examples() {
    return examples.stream().map(Read::example).toList();
  }

  private void read(YamlNode node, Set<String> names) {
    node.allow(
        "name",
        "now",
        "change",
        "offer",
        "refused",
        "fee",
        "office",
        "calculated",
        "copies",
        "calendars",
        "asked",
        "not-asked");
    var name = node.require("name");
    if (name.isScalar() && !names.add(name.text())) {
      name.finding("two examples are called “" + name.text() + "”");
    }
    var changed = new LinkedHashMap<>(answers);
    node.at("change").map(reader::read).ifPresent(changed::putAll);
    node.at("offer").map(reader::offer).ifPresent(offer -> changed.put(ChosenOffer.KEY, offer));
    var expected =
        new Expected(
            node.at("refused").map(this::path),
            node.at("fee").map(reader::value),
            node.at("office").map(reader::value),
            node.at("calculated").map(this::calculated).orElse(Map.of()),
            node.at("copies").map(this::copies),
            node.at("calendars").map(YamlNode::texts),
            paths(node, "asked"),
            paths(node, "not-asked"));
    examples.add(
        new Read(
            node,
            new RuleExample(
                name.text(), node.at("now").flatMap(ExampleFile::moment), changed, expected)));
  }

  private static Optional<LocalDateTime> moment(YamlNode node) {
    try {
      return Optional.of(LocalDateTime.parse(node.text()));
    } catch (DateTimeException e) {
      node.finding("“now” must be written as 2026-11-25T17:01");
      return Optional.empty();
    }
  }

  private List<String> paths(YamlNode owner, String key) {
    return owner.at(key).map(YamlNode::items).orElse(List.of()).stream().map(this::path).toList();
  }

  /** {@code kopien}, {@code adresse.plz}, {@code personen.0.geburt}. */
  private String path(YamlNode node) {
    var parts = node.text().split("\\.", -1);
    var own = form.fields().filter(field -> field.id().equals(parts[0])).findFirst();
    var known =
        own.isPresent()
            && switch (own.get()) {
              case Field.GroupField group when parts.length > 1 -> isIn(group, parts);
              case Field.AddressField address when parts.length == 2 ->
                  PostalAddress.PARTS.contains(parts[1]);
              default -> parts.length == 1;
            };
    if (node.isScalar() && !known) {
      node.finding(
          "there is no field “"
              + node.text()
              + "”"
              + Names.suggestion(parts[0], form.fields().map(Field::id)));
    }
    return node.text();
  }

  private static boolean isIn(Field.GroupField group, String[] parts) {
    var field =
        group.fields().stream()
            .filter(f -> parts.length > 2 && f.id().equals(parts[2]))
            .findFirst();
    var whole = parts.length == 3 || field.filter(Field.AddressField.class::isInstance).isPresent();
    return parts[1].matches("\\d{1,2}") && (parts.length == 2 || (field.isPresent() && whole));
  }

  private Map<String, ExampleAnswer> calculated(YamlNode node) {
    var values = new LinkedHashMap<String, ExampleAnswer>();
    node.entries()
        .forEach((id, value) -> {
          if (form.calculated().stream().noneMatch(one -> one.id().equals(id))) {
            value.finding(
                "nothing calculated is called “"
                    + id
                    + "”"
                    + Names.suggestion(id, form.calculated().stream().map(Form.Calculated::id)));
          }
          values.put(id, value.isMissing() ? _ -> null : reader.value(value));
        });
    return values;
  }

  private List<String> copies(YamlNode node) {
    for (var unit : node.items()) {
      if (form.copies().stream().noneMatch(copy -> copy.unit().value().equals(unit.text()))) {
        unit.finding("“" + unit.text() + "” never gets a copy");
      }
    }
    return node.texts();
  }

  /** Runs all of them on these days, and those that tell their moment at that. */
  void run(List<ZonedDateTime> days) {
    if (days.stream().noneMatch(this::answersFail)) {
      examples.forEach(read -> run(read, days));
    }
  }

  private boolean answersFail(ZonedDateTime now) {
    var whole =
        new Expected(none(), none(), none(), Map.of(), none(), none(), List.of(), List.of());
    var example = new RuleExample("answers", Optional.empty(), answers, whole);
    var failures = new ExampleRun(form, example, now).failures();
    failures.forEach(f -> root.require("answers").finding(on(now) + f.message()));
    return !failures.isEmpty();
  }

  private static <T> Optional<T> none() {
    return Optional.empty();
  }

  private void run(Read read, List<ZonedDateTime> days) {
    var zone = days.getFirst().getZone();
    var moments =
        read.example().now().map(now -> Stream.of(now.atZone(zone))).orElseGet(days::stream);
    moments
        .map(now -> new Failed(now, new ExampleRun(form, read.example(), now).failures()))
        .filter(failed -> !failed.failures().isEmpty())
        .findFirst()
        .ifPresent(failed -> failed.failures().forEach(one -> tell(read, failed.now(), one)));
  }

  private record Failed(ZonedDateTime now, List<ExampleRun.Failure> failures) {}

  private static void tell(Read read, ZonedDateTime now, ExampleRun.Failure failure) {
    var place = read.node();
    for (var key : failure.place()) {
      place = place.isMap() ? place.at(key).orElse(place) : place;
    }
    place.finding("“" + read.example().name() + "”, " + on(now) + failure.message());
  }

  private static String on(ZonedDateTime now) {
    return "on " + now.toLocalDate() + ": ";
  }
}
