package ch.meinkonto.simulator.office;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A request as the office's own system keeps it.
 *
 * @param requestId the request's id in the contract
 * @param submissions what was taken for it, so that nothing is taken twice
 * @param office which of the unit's offices it is for; null for the unit itself
 * @param sender who sent it; null without login
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
    JsonNode answers,
    List<String> files,
    List<String> submissions,
    int step,
    Instant dueAt,
    boolean waiting,
    List<String> log) {

  /** After a step of its script. */
  Case done(String what, boolean nowWaiting, Instant next) {
    return new Case(
        requestId,
        unit,
        office,
        reference,
        service,
        language,
        receivedAt,
        sender,
        answers,
        files,
        submissions,
        step + 1,
        next,
        nowWaiting,
        with(log, what));
  }

  /** After the resident's answer arrived. */
  Case answered(String submission, String text, List<String> answerFiles, Instant next) {
    var allFiles = new ArrayList<>(files);
    allFiles.addAll(answerFiles);
    return new Case(
        requestId,
        unit,
        office,
        reference,
        service,
        language,
        receivedAt,
        sender,
        answers,
        allFiles,
        with(submissions, submission),
        step,
        next,
        false,
        with(log, "← " + text));
  }

  private static List<String> with(List<String> list, String more) {
    var longer = new ArrayList<>(list);
    longer.add(more);
    return longer;
  }
}
