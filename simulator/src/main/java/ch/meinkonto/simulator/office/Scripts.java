package ch.meinkonto.simulator.office;

import ch.meinkonto.contract.Formal;
import ch.meinkonto.contract.Json;
import ch.meinkonto.contract.UnitEvent.ListPosition.Place;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.Yaml;

/**
 * How the city's offices deal with their cases: the file {@code simulation.yaml} of the city's
 * folder.
 */
final class Scripts {

  private final List<Step> usual;
  private final Map<String, List<Step>> byService;
  private final Map<String, String> offices;
  private final List<Object> atOnce;

  private Scripts(
      List<Step> usual,
      Map<String, List<Step>> byService,
      Map<String, String> offices,
      List<Object> atOnce) {
    this.usual = usual;
    this.byService = byService;
    this.offices = offices;
    this.atOnce = atOnce;
  }

  /** Whether an office begins with a case of this service in the moment in which it comes. */
  boolean atOnce(String service) {
    return atOnce.contains(service);
  }

  /** A text in the language of a case, with the name of the office that deals with it. */
  String said(Words words, Case one) {
    var office = one.office();
    return words.in(
        one.language(), one, office == null ? "" : offices.getOrDefault(office, office));
  }

  /** What an office does with a case of this service, step by step. */
  List<Step> of(String service) {
    return byService.getOrDefault(service, usual);
  }

  /** Why a new case is turned down; always the same for the same case, however often it comes. */
  Optional<Refusal> refusal(Case one) {
    return of(one.service()).getFirst() instanceof Step.Reject reject
            && Math.floorMod(one.requestId().hashCode(), 100) < reject.percent()
        ? Optional.of(new Refusal(reject.code(), said(reject.text(), one)))
        : Optional.empty();
  }

  /** A code for machines, and the reason in plain words. */
  record Refusal(String code, String text) {}

  static Scripts read(Path city) {
    try (var reader = Files.newBufferedReader(city.resolve("simulation.yaml"))) {
      Map<String, Object> file = new Yaml().load(reader);
      var byService = new HashMap<String, List<Step>>();
      map(file.get("services")).forEach((service, steps) -> byService.put(service, steps(steps)));
      var offices = new HashMap<String, String>();
      map(file.get("offices")).forEach((office, name) -> offices.put(office, (String) name));
      return new Scripts(steps(file.get("usual")), byService, offices, list(file.get("at-once")));
    } catch (IOException e) {
      throw new UncheckedIOException("The offices have no script", e);
    }
  }

  private static List<Step> steps(@Nullable Object value) {
    return list(value).stream().map(step -> step(map(step))).toList();
  }

  private static Step step(Map<String, Object> step) {
    var verb = step.keySet().iterator().next();
    var details = map(step.get(verb));
    return switch (verb) {
      case "reject" ->
          new Step.Reject(
              (Integer) Objects.requireNonNull(details.get("percent")),
              (String) Objects.requireNonNull(details.get("code")),
              words(details.get("text")));
      case "progress" -> new Step.Progress(words(details.get("text")));
      case "message" -> new Step.Message(words(details.get("text")), letter(details.get("letter")));
      case "deliver" ->
          new Step.Deliver(
              new Formal(
                  Formal.Kind.valueOf(
                      String.valueOf(details.get("formal")).toUpperCase(Locale.ROOT)),
                  (Integer) details.get("days"),
                  Boolean.TRUE.equals(details.get("deemed"))),
              words(details.get("text")),
              letter(details.get("letter")));
      case "ask" ->
          details.containsKey("fields")
              ? new Step.AskFields(
                  words(details.get("text")), Json.mapper().valueToTree(details.get("fields")))
              : new Step.Ask(
                  words(details.get("text")), Boolean.TRUE.equals(details.get("uploads")));
      case "position" ->
          new Step.Position(
              list(details.get("answers")).stream().map(String::valueOf).toList(),
              places(map(details.get("lists"))),
              (Integer) details.getOrDefault("ahead", 0));
      case "decide" -> new Step.Decide(words(details.get("text")));
      case "close" -> new Step.Close();
      default -> throw new IllegalArgumentException("An office cannot '" + verb + "'");
    };
  }

  private static Map<String, Place> places(Map<String, Object> lists) {
    var places = new HashMap<String, Place>();
    lists.forEach(
        (answer, place) -> places.put(answer, Json.mapper().convertValue(place, Place.class)));
    return places;
  }

  private static Step.@Nullable Letter letter(@Nullable Object value) {
    if (value == null) {
      return null;
    }
    var letter = map(value);
    return new Step.Letter(
        words(letter.get("name")), list(letter.get("lines")).stream().map(Scripts::words).toList());
  }

  private static Words words(@Nullable Object value) {
    if (value instanceof String text) {
      return new Words(Map.of("de", text));
    }
    var words = new HashMap<String, String>();
    map(value).forEach((language, text) -> words.put(language, (String) text));
    return new Words(words);
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Object> map(@Nullable Object value) {
    return value == null ? Map.of() : (Map<String, Object>) value;
  }

  @SuppressWarnings("unchecked")
  private static List<Object> list(@Nullable Object value) {
    return value == null ? List.of() : (List<Object>) value;
  }
}
