package ch.meinkonto.simulator.office;

import ch.meinkonto.contract.Assurance;
import ch.meinkonto.contract.Json;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A request as the office's own system keeps it.
 *
 * @param requestId the request's id in the contract
 * @param submissions what was taken for it, so that nothing is taken twice
 * @param office which of the unit's offices it is for; null for the unit itself
 * @param sender who sent it; null without login, or where the office’s system has no field for it
 * @param assurance how surely the sender was known; null where it has no field for it
 * @param step how many steps of the script are done
 * @param dueAt when the next step is due
 * @param waiting whether the office waits for an answer
 * @param log what happened, for the office's page
 */
public record Case(
    String requestId,
    String unit,
    @Nullable String office,
    String reference,
    String service,
    String language,
    Instant receivedAt,
    @Nullable JsonNode sender,
    @Nullable Assurance assurance,
    JsonNode answers,
    List<String> files,
    List<String> submissions,
    int step,
    Instant dueAt,
    boolean waiting,
    List<String> log) {

  private static final int OVER = Integer.MAX_VALUE;

  /** Whether nothing is to be done about it any more. */
  boolean isOver() {
    return step == OVER;
  }

  /** Whether its sender can be written to: who sent it without an account cannot. */
  boolean hasInbox() {
    return assurance != Assurance.NONE;
  }

  /**
   * A new case, from what the connector writes as {@code antrag.json}; or a copy of what another
   * unit decides, on which nothing is to be done.
   *
   * @param unit whose case it is
   * @param description envelope, sender, office, answers
   * @param files the attachments' names
   * @param next when the first step is due
   */
  static Case of(String unit, JsonNode description, List<String> files, Instant next) {
    var envelope = description.path("envelope");
    var sender = description.path("sender");
    return new Case(
        envelope.path("requestId").asString(),
        unit,
        description.path("office").asString(null),
        envelope.path("reference").asString(),
        envelope.path("service").asString(),
        envelope.path("language").asString(),
        Instant.parse(envelope.path("receivedAt").asString()),
        sender.isObject() ? sender : null,
        assurance(envelope.path("assurance").asString("")),
        description.path("answers"),
        files,
        List.of(envelope.path("submissionId").asString()),
        firstStep(envelope.path("kind").asString().equals("copy")),
        next,
        false,
        List.of());
  }

  private static @Nullable Assurance assurance(String word) {
    return word.isEmpty() ? null : Json.mapper().convertValue(word, Assurance.class);
  }

  /** Another unit decides what is a copy here. */
  static int firstStep(boolean copy) {
    return copy ? OVER : 0;
  }

  /** With its next step due at another moment. */
  Case due(Instant next) {
    return with(files, submissions, step, next, waiting, log);
  }

  /** After a step of its script. */
  Case done(String what, boolean nowWaiting, Instant next) {
    return with(files, submissions, step + 1, next, nowWaiting, and(log, what));
  }

  /** After the resident's answer arrived. */
  Case answered(String text, List<String> answerFiles, Instant next) {
    var allFiles = Stream.concat(files.stream(), answerFiles.stream()).toList();
    return with(allFiles, submissions, step, next, false, and(log, "← " + text));
  }

  /** After the resident took it back: nothing more is due. */
  Case withdrawn(String text) {
    return with(files, submissions, OVER, dueAt, false, and(log, "✗ " + text));
  }

  /** After the office heard how a formal delivery went. */
  Case noticed(String outcome) {
    return with(files, submissions, step, dueAt, waiting, and(log, "§ " + outcome));
  }

  /** After it came a second time. */
  Case twice() {
    return with(files, submissions, step, dueAt, waiting, and(log, "kam noch einmal"));
  }

  /** With one more submission that was taken for it. */
  Case having(String submission) {
    return with(files, and(submissions, submission), step, dueAt, waiting, log);
  }

  private Case with(
      List<String> allFiles,
      List<String> allSubmissions,
      int nowStep,
      Instant next,
      boolean nowWaiting,
      List<String> wholeLog) {
    return new Case(
        requestId,
        unit,
        office,
        reference,
        service,
        language,
        receivedAt,
        sender,
        assurance,
        answers,
        allFiles,
        allSubmissions,
        nowStep,
        next,
        nowWaiting,
        wholeLog);
  }

  private static List<String> and(List<String> list, String more) {
    return Stream.concat(list.stream(), Stream.of(more)).toList();
  }
}
