package ch.meinkonto.platform.yaml;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toSet;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/**
 * A place in a city's file. Whoever asks for what isn’t there, or isn’t of the kind, gets an empty
 * value and the author of the file a finding; so a reader is written straight on, without a check
 * at each step. A missing node says nothing more: one mistake, one finding.
 *
 * <p>Scalars are read as they are written: {@code no} is the text “no”, {@code 8001} the text
 * “8001”; only who asks for a number or a boolean gets one.
 */
public final class YamlNode {

  record Source(Path file, Findings findings) {}

  private static final Pattern DECIMAL = Pattern.compile("-?\\d{1,18}(\\.\\d{1,9})?");

  private final Source source;
  private final @Nullable Node node;
  private final int line;
  private final String name;
  private final Map<String, YamlNode> entries = new LinkedHashMap<>();

  YamlNode(Source source, Node node, Node position, String name) {
    this.source = source;
    this.node = node;
    this.line = position.getStartMark().getLine() + 1;
    this.name = name;
    if (node instanceof MappingNode mapping) {
      mapping.getValue().forEach(tuple -> enter(tuple.getKeyNode(), tuple.getValueNode()));
    }
  }

  private YamlNode(Source source, int line) {
    this.source = source;
    this.node = null;
    this.line = line;
    this.name = "";
  }

  static YamlNode missing(Source source, int line) {
    return new YamlNode(source, line);
  }

  private void enter(Node key, Node value) {
    if (!(key instanceof ScalarNode scalar)) {
      source.findings.add(
          source.file, key.getStartMark().getLine() + 1, "a key must be a plain word");
      return;
    }
    var word = scalar.getValue();
    var child = new YamlNode(source, value, key, "“" + word + "”");
    if (entries.putIfAbsent(word, child) != null) {
      child.finding(child.name + " stands here twice");
    }
  }

  /** The file this place is in. */
  public Path file() {
    return source.file;
  }

  /** The line of this place, counted from 1. */
  public int line() {
    return line;
  }

  /** Where findings of this file are collected. */
  public Findings findings() {
    return source.findings;
  }

  /** Notes that something is wrong here. */
  public void finding(String message) {
    source.findings.add(source.file, line, message);
  }

  /** Whether nothing stands here (or only a key without a value). */
  public boolean isMissing() {
    return node == null
        || (node instanceof ScalarNode s && s.isPlain() && s.getTag().equals(Tag.NULL));
  }

  public boolean isMap() {
    return node instanceof MappingNode;
  }

  public boolean isList() {
    return node instanceof SequenceNode;
  }

  public boolean isScalar() {
    return node instanceof ScalarNode && !isMissing();
  }

  /** Complains about every key that isn’t one of these. */
  public void allow(String... keys) {
    allow(Set.copyOf(Arrays.asList(keys)));
  }

  /** Complains about every key that isn’t one of these. */
  public void allow(Set<String> keys) {
    entries.forEach((key, child) -> {
      if (!keys.contains(key)) {
        var known = String.join(", ", keys.stream().sorted().toList());
        child.finding("unknown key “" + key + "”; known here: " + known);
      }
    });
  }

  /** What stands under a key, empty when nothing does. */
  public Optional<YamlNode> at(String key) {
    mustBe(isMap(), "a map (key: value)");
    return Optional.ofNullable(entries.get(key)).filter(child -> !child.isMissing());
  }

  /** What stands under a key; a finding and a missing node when nothing does. */
  public YamlNode require(String key) {
    var child = at(key);
    if (child.isEmpty() && isMap()) {
      finding("“" + key + "” is missing");
    }
    return child.orElseGet(() -> missing(source, line));
  }

  /** All keys and what stands under them, in the order of the file. */
  public Map<String, YamlNode> entries() {
    mustBe(isMap(), "a map (key: value)");
    return Collections.unmodifiableMap(entries);
  }

  /** The items of a list. */
  public List<YamlNode> items() {
    if (mustBe(isList(), "a list") && node instanceof SequenceNode list) {
      return list.getValue().stream().map(n -> new YamlNode(source, n, n, "the item")).toList();
    }
    return List.of();
  }

  /** The text as it is written, “” with a finding when there is none. */
  public String text() {
    return mustBe(isScalar(), "a text") && node instanceof ScalarNode scalar
        ? scalar.getValue()
        : "";
  }

  /** The texts of a list. */
  public List<String> texts() {
    return items().stream().map(YamlNode::text).toList();
  }

  /** {@code true} or {@code false}; with a finding {@code false} when it is neither. */
  public boolean bool() {
    var text = isScalar() ? text() : "";
    mustBe(text.equals("true") || text.equals("false"), "true or false");
    return text.equals("true");
  }

  /** An exact decimal number, 0 with a finding when it is none. */
  public BigDecimal decimal() {
    var text = isScalar() ? text() : "";
    return mustBe(DECIMAL.matcher(text).matches(), "a number")
        ? new BigDecimal(text)
        : BigDecimal.ZERO;
  }

  /** A whole number from {@code min} to {@code max}, {@code min} with a finding when it is none. */
  public int integer(int min, int max) {
    var text = isScalar() ? text() : "";
    if (text.matches("-?\\d{1,9}")) {
      var value = Integer.parseInt(text);
      if (value >= min && value <= max) {
        return value;
      }
    }
    mustBe(false, "a whole number from " + min + " to " + max);
    return min;
  }

  /** What the word here stands for, the first choice with a finding when it is none of them. */
  public <T> T oneOf(Map<String, T> choices) {
    var choice = isScalar() ? choices.get(text()) : null;
    mustBe(choice != null, "one of: " + choices.keySet().stream().sorted().collect(joining(", ")));
    return choice == null ? choices.values().iterator().next() : choice;
  }

  /**
   * A text in every language: a map by language, or one text that serves in all of them. Easy
   * variants may stand beside.
   */
  public Localized<String> localized(Languages languages) {
    return localized(languages, "", YamlNode::text);
  }

  /** A list of texts in every language. */
  public Localized<List<String>> localizedList(Languages languages) {
    return localized(languages, List.of(), YamlNode::texts);
  }

  private <T> Localized<T> localized(Languages languages, T empty, Function<YamlNode, T> read) {
    if (!isMap()) {
      return Localized.only(languages.fallback(), read.apply(this));
    }
    allow(
        languages.codes().stream()
            .flatMap(language -> Stream.of(language, Localized.easy(language)))
            .collect(toSet()));
    var values = new LinkedHashMap<String, T>();
    values.put(languages.fallback(), empty);
    for (var language : languages.codes()) {
      var child = entries.get(language);
      if (child == null || child.isMissing()) {
        finding(name + " has no text in the language “" + language + "”");
      } else {
        values.put(language, read.apply(child));
      }
      var easy = entries.get(Localized.easy(language));
      if (easy != null) {
        values.put(Localized.easy(language), read.apply(easy));
      }
    }
    return new Localized<>(values, languages.fallback());
  }

  /** The words of a list, each checked against a pattern; the others become findings. */
  public List<String> words(Pattern pattern) {
    var words = new ArrayList<String>();
    for (var item : items()) {
      var word = item.text();
      if (item.isScalar()
          && item.mustBe(pattern.matcher(word).matches(), "a word in small letters")) {
        words.add(word);
      }
    }
    return words;
  }

  private boolean mustBe(boolean fulfilled, String what) {
    if (!fulfilled && node != null) {
      finding((name.isEmpty() ? "this" : name) + " must be " + what);
    }
    return fulfilled;
  }
}
