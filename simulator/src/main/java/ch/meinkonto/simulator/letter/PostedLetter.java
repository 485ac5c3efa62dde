package ch.meinkonto.simulator.letter;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A letter with a code, as it lies in somebody's letterbox; and what its sender remembers of it.
 *
 * @param id the order that it answers
 * @param at when it was posted
 * @param from the unit
 * @param service what the code opens
 * @param to name and address, line by line
 * @param subject under which name the unit knows the account that ordered it
 * @param code what one types in
 * @param wrong how many wrong codes came since, each named once by its submission
 * @param used the submission that it was used by; null as long as it is good
 * @param link the unit's name for the person once the code was used
 */
public record PostedLetter(
    String id,
    Instant at,
    String from,
    String service,
    List<String> to,
    String subject,
    String code,
    List<String> wrong,
    @Nullable String used,
    @Nullable String link) {

  public PostedLetter {
    to = List.copyOf(to);
    wrong = List.copyOf(wrong);
  }

  PostedLetter withWrong(String submission) {
    var more = new java.util.ArrayList<>(wrong);
    more.add(submission);
    return new PostedLetter(id, at, from, service, to, subject, code, more, used, link);
  }

  PostedLetter usedBy(String submission, String newLink) {
    return new PostedLetter(id, at, from, service, to, subject, code, wrong, submission, newLink);
  }
}
