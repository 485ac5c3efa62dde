package ch.meinkonto.connector.mail;

import ch.meinkonto.contract.Envelope;
import ch.meinkonto.contract.Reference;
import ch.meinkonto.contract.RequestId;
import ch.meinkonto.contract.SubmissionId;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Names mails by what they bring: the same submission is the same mail, however often it is sent,
 * and what answers it says so.
 *
 * @param domain that of the connector's address
 */
record MessageIds(String domain) {

  private static final Pattern REFERENCE = Pattern.compile("MK-[0-9]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}");
  private static final Pattern OURS =
      Pattern.compile("<(" + REFERENCE.pattern() + ")\\.[0-9a-f-]{36}@[^<>\\s]{1,255}>");

  static MessageIds of(String address) {
    return new MessageIds(address.substring(address.indexOf('@') + 1));
  }

  String of(Envelope envelope) {
    return of(envelope.reference(), envelope.submissionId());
  }

  /** The mail that opened the thread. */
  String first(Reference reference, RequestId request) {
    return of(reference, SubmissionId.of(request));
  }

  private String of(Reference reference, SubmissionId submission) {
    return "<%s.%s@%s>".formatted(reference, submission, domain);
  }

  /** A mail of ours about another one. */
  String about(String mail) {
    return "<hinweis.%s@%s>".formatted(mail.substring(0, 40), domain);
  }

  /** The reference of the first of our mails that is named. */
  static Optional<Reference> named(String headers) {
    Matcher ours = OURS.matcher(headers);
    return ours.find() ? Reference.parse(ours.group(1)) : Optional.empty();
  }

  /** The first reference in a text. */
  static Optional<Reference> written(String text) {
    Matcher reference = REFERENCE.matcher(text);
    while (reference.find()) {
      Optional<Reference> parsed = Reference.parse(reference.group());
      if (parsed.isPresent()) {
        return parsed;
      }
    }
    return Optional.empty();
  }
}
