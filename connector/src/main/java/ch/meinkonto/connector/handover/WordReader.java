package ch.meinkonto.connector.handover;

import ch.meinkonto.connector.mapping.MappingFailed;
import ch.meinkonto.connector.mapping.Mappings;
import ch.meinkonto.contract.Formal;
import ch.meinkonto.contract.Json;
import ch.meinkonto.contract.Reference;
import ch.meinkonto.contract.RequestState;
import ch.meinkonto.contract.UnitEvent;
import ch.meinkonto.contract.UnitEvent.ListPosition.Place;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** Reads a file from {@code ausgang}; what is wrong with it is said in plain German. */
public final class WordReader {

  static final int LONGEST_TEXT = 20_000;

  private static final String NO_REQUEST = "00000000-0000-0000-0000-000000000000";

  private static final Map<String, Set<String>> KEYS =
      Map.of(
          "message", Set.of("reference", "kind", "text", "documents", "formal", "days", "deemed"),
          "question", Set.of("reference", "kind", "text", "uploads", "fields"),
          "state", Set.of("reference", "kind", "text", "state"),
          "list-position", Set.of("reference", "kind", "places"));

  private final JsonNode json;

  private WordReader(JsonNode json) {
    this.json = json;
  }

  public static Word read(byte[] content) throws Unusable {
    return new WordReader(object(content)).word();
  }

  /** Reads what a unit's system says in its own way, if a template reads it. */
  public static Word read(JsonNode said, Mappings mappings) throws Unusable {
    try {
      return read(mappings.word(said));
    } catch (MappingFailed e) {
      throw new Unusable("Die Vorlage _wort passt nicht: " + e.getMessage());
    }
  }

  /** The JSON object that a file is. */
  public static JsonNode object(byte[] content) throws Unusable {
    JsonNode json = parse(content);
    if (!json.isObject()) {
      throw new Unusable("Die Datei enthält kein JSON-Objekt: { … }.");
    }
    return json;
  }

  private static JsonNode parse(byte[] content) throws Unusable {
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(content)).toString();
      return Json.mapper().readTree(text.startsWith("\uFEFF") ? text.substring(1) : text);
    } catch (CharacterCodingException e) {
      throw new Unusable("Die Datei ist nicht in UTF-8 geschrieben.");
    } catch (JacksonException e) {
      throw new Unusable(
          "Die Datei ist kein gültiges JSON. Der Fehler ist in Zeile %d, Spalte %d."
              .formatted(e.getLocation().getLineNr(), e.getLocation().getColumnNr()));
    }
  }

  private Word word() throws Unusable {
    String kind = text("kind", 20);
    Set<String> known = KEYS.get(kind);
    if (known == null) {
      throw new Unusable("«kind» muss message, question, state oder list-position sein.");
    }
    for (String key : json.propertyNames()) {
      if (!known.contains(key)) {
        throw new Unusable(
            "«%s» gibt es bei %s nicht. Erlaubt sind: %s."
                .formatted(key, kind, String.join(", ", new TreeSet<>(known))));
      }
    }
    return switch (kind) {
      case "message" ->
          new Word.Message(reference(), text("text", LONGEST_TEXT), documents(), formal());
      case "question" -> question();
      case "list-position" -> new Word.ListPosition(reference(), places());
      default -> new Word.State(reference(), state(), optionalText());
    };
  }

  private String reference() throws Unusable {
    String written = text("reference", 40);
    return Reference.parse(written)
        .map(Reference::value)
        .orElseThrow(() -> new Unusable("«reference» ist keine Referenz wie MK-2026-7F3K-92QD."));
  }

  private String text(String key, int longest) throws Unusable {
    JsonNode value = json.path(key);
    if (!value.isString() || value.asString().isBlank()) {
      throw new Unusable("«%s» fehlt oder ist kein Text.".formatted(key));
    }
    if (value.asString().length() > longest) {
      throw new Unusable("«%s» ist länger als %d Zeichen.".formatted(key, longest));
    }
    return value.asString();
  }

  private @Nullable String optionalText() throws Unusable {
    return json.hasNonNull("text") ? text("text", LONGEST_TEXT) : null;
  }

  private boolean bool(String key, boolean otherwise) throws Unusable {
    if (json.hasNonNull(key) && !json.get(key).isBoolean()) {
      throw new Unusable("«%s» muss true oder false sein.".formatted(key));
    }
    return json.hasNonNull(key) ? json.get(key).booleanValue() : otherwise;
  }

  private Word question() throws Unusable {
    String text = text("text", LONGEST_TEXT);
    JsonNode fields = json.path("fields");
    if (fields.isMissingNode() || fields.isNull()) {
      return new Word.Question(reference(), text, bool("uploads", true), null);
    }
    if (!fields.isArray() || fields.isEmpty()) {
      throw new Unusable("«fields» muss eine Liste von Feldern sein: [{ … }].");
    }
    if (bool("uploads", false)) {
      throw new Unusable("Mit «fields» gibt es kein «uploads»: Dateien sind Felder, type upload.");
    }
    return new Word.Question(reference(), text, false, fields);
  }

  private @Nullable Formal formal() throws Unusable {
    if (!json.hasNonNull("formal")) {
      if (json.hasNonNull("days") || json.hasNonNull("deemed")) {
        throw new Unusable("«days» und «deemed» gibt es nur zusammen mit «formal».");
      }
      return null;
    }
    Formal.Kind kind =
        switch (text("formal", 20)) {
          case "decision" -> Formal.Kind.DECISION;
          case "summons" -> Formal.Kind.SUMMONS;
          case "notice" -> Formal.Kind.NOTICE;
          default -> throw new Unusable("«formal» muss decision, summons oder notice sein.");
        };
    return Formalities.of(kind, days(), bool("deemed", false));
  }

  private @Nullable Integer days() throws Unusable {
    JsonNode days = json.path("days");
    if (days.isMissingNode() || days.isNull()) {
      return null;
    }
    if (!days.canConvertToInt() || !days.isIntegralNumber()) {
      throw new Unusable("«days» muss eine ganze Zahl sein.");
    }
    return days.intValue();
  }

  private RequestState state() throws Unusable {
    try {
      RequestState state = RequestState.ofCode(text("state", 20));
      if (state.announcedByUnit()) {
        return state;
      }
    } catch (IllegalArgumentException e) {
      throw new Unusable("«state» muss in-progress, decided oder closed sein.");
    }
    throw new Unusable("«state» muss in-progress, decided oder closed sein.");
  }

  private List<Place> places() throws Unusable {
    try {
      JsonNode event =
          Json.mapper()
              .createObjectNode()
              .put("requestId", NO_REQUEST)
              .set("places", json.path("places"));
      return Json.mapper().treeToValue(event, UnitEvent.ListPosition.class).places();
    } catch (JacksonException e) {
      throw new Unusable(
          "«places» muss eine Liste von 1 bis 20 Plätzen sein:"
              + " [{ \"list\": \"Areal Sonnenhang\", \"position\": 12, \"length\": 140 }].");
    }
  }

  private List<String> documents() throws Unusable {
    JsonNode names = json.path("documents");
    if (names.isMissingNode() || names.isNull()) {
      return List.of();
    }
    if (!names.isArray() || names.valueStream().anyMatch(name -> !name.isString())) {
      throw new Unusable("«documents» muss eine Liste von Dateinamen sein: [\"Brief.pdf\"].");
    }
    return names.valueStream().map(JsonNode::asString).toList();
  }
}
