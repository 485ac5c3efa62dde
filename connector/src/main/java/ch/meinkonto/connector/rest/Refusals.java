package ch.meinkonto.connector.rest;

import ch.meinkonto.connector.mapping.Pointers;
import ch.meinkonto.connector.yaml.YamlMap;
import java.util.Optional;
import java.util.Set;
import tools.jackson.core.JsonPointer;

/**
 * How the API says that a request will not be dealt with.
 *
 * @param statuses the statuses that mean it
 * @param code where its reason for machines stands
 * @param text where the reason for the resident stands
 */
record Refusals(Set<Integer> statuses, Optional<JsonPointer> code, Optional<JsonPointer> text) {

  private static final int LONGEST_CODE = 64;
  private static final int LONGEST_TEXT = 2_000;

  /** The API never says no. */
  static final Refusals NONE = new Refusals(Set.of(), Optional.empty(), Optional.empty());

  static Refusals read(YamlMap options) {
    return options
        .optionalMap("rejected")
        .map(rejected -> {
          rejected.allow("status", "code", "text");
          Set<Integer> statuses = Call.statuses(rejected, "status");
          if (statuses.isEmpty() || !rejected.keys().contains("text")) {
            rejected.finding("needs status and text");
          }
          return new Refusals(
              statuses, Pointers.read(rejected, "code"), Pointers.read(rejected, "text"));
        })
        .orElse(NONE);
  }

  /**
   * What it says; a no without a reason for the resident is none, but a mistake to be looked at.
   */
  Optional<Verdict.Refused> in(Answer answer) {
    if (!statuses.contains(answer.status())) {
      return Optional.empty();
    }
    String reason = code.flatMap(answer::at).orElse("rejected");
    return text.flatMap(answer::at)
        .map(words ->
            new Verdict.Refused(shortened(reason, LONGEST_CODE), shortened(words, LONGEST_TEXT)));
  }

  private static String shortened(String text, int longest) {
    return text.length() > longest ? text.substring(0, longest - 1) + "…" : text;
  }
}
