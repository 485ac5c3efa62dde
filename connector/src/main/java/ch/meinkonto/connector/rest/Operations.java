package ch.meinkonto.connector.rest;

import ch.meinkonto.connector.yaml.YamlMap;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * What the API is asked to do with a submission.
 *
 * @param request makes a case
 * @param copy makes a case of what another unit decides
 * @param answer adds the resident's answer to a case
 * @param withdrawal says that the resident has taken a request back
 * @param notice says how a formal delivery went
 * @param attachment adds one attachment
 * @param before whether attachments come before the case or answer that they belong to
 * @param multipart the form field in which the API wants an attachment; otherwise it is the body
 * @param complete says that everything is there
 */
record Operations(
    Call request,
    Optional<Call> copy,
    Optional<Call> answer,
    Optional<Call> withdrawal,
    Optional<Call> notice,
    Optional<Call> attachment,
    boolean before,
    Optional<String> multipart,
    Optional<Call> complete) {

  /** Names of things that are known before the API has said anything. */
  static final Set<String> KNOWN = Set.of("reference", "request", "submission", "service");

  static Optional<Operations> read(YamlMap options) {
    Optional<Call> request = Call.once(options, "request", KNOWN);
    Set<String> later = new HashSet<>(KNOWN);
    if (request.flatMap(Call::id).isPresent()) {
      later.add("case");
    }
    Optional<Call> copy = ifThere(options, "copy", KNOWN);
    Optional<Call> answer = ifThere(options, "answer", later);
    Optional<Call> withdrawal = ifThere(options, "withdrawal", later);
    Optional<Call> notice = ifThere(options, "notice", later);
    Optional<YamlMap> attachments = options.optionalMap("attachment");
    boolean before =
        attachments.flatMap(map -> map.optionalText("when")).stream().anyMatch("before"::equals);
    attachments
        .filter(
            map -> !Set.of("before", "after").contains(map.optionalText("when").orElse("after")))
        .ifPresent(map -> map.finding("when", "must be before or after"));
    Set<String> one = new HashSet<>(before ? KNOWN : later);
    one.add("number");
    Optional<Call> attachment =
        attachments.isPresent() ? Call.once(options, "attachment", one) : Optional.empty();
    Optional<Call> complete =
        options.keys().contains("complete")
            ? Call.read(options, "complete", later)
            : Optional.empty();
    Optional<String> multipart = attachments.flatMap(map -> map.optionalText("multipart"));
    multipart
        .filter(name -> !name.matches("[A-Za-z0-9_.-]{1,60}"))
        .ifPresent(_ -> attachments.get().finding("multipart", "must be the name of a form field"));
    return request.map(call ->
        new Operations(
            call, copy, answer, withdrawal, notice, attachment, before, multipart, complete));
  }

  private static Optional<Call> ifThere(YamlMap options, String key, Set<String> names) {
    return options.keys().contains(key) ? Call.once(options, key, names) : Optional.empty();
  }
}
