package ch.meinkonto.connector.rest;

import ch.meinkonto.connector.mapping.Pointers;
import ch.meinkonto.connector.yaml.YamlMap;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import tools.jackson.core.JsonPointer;

/**
 * One operation of the API that changes something.
 *
 * @param method PUT or POST
 * @param path where
 * @param key the header by which the API knows a call that is repeated
 * @param find how to ask whether it was done, for an API that would do it twice
 * @param id where it says under which name it keeps the thing
 * @param taken which statuses besides 2xx mean that it is there
 */
record Call(
    String method,
    PathTemplate path,
    Optional<String> key,
    Optional<Find> find,
    Optional<CaseId> id,
    Set<Integer> taken) {

  /**
   * A question whether something is there.
   *
   * @param found where its name stands in the answer; nothing there: it is not
   */
  record Find(PathTemplate path, JsonPointer found) {}

  /** The call under a key that must be there; repeated, it must not do a thing twice. */
  static Optional<Call> once(YamlMap api, String key, Set<String> names) {
    Optional<Call> call = read(api, key, names);
    call.filter(one -> one.method.equals("POST") && one.key.isEmpty() && one.find.isEmpty())
        .ifPresent(_ ->
            api.finding(
                key,
                "would do things twice when an answer is lost: use put with {submission} in the path,"
                    + " or name the header by which the API knows a repeated call (key), or say how"
                    + " to ask (find)"));
    return call;
  }

  /** The call under a key that must be there; to do it twice is to do it once. */
  static Optional<Call> read(YamlMap api, String key, Set<String> names) {
    return api.map(key).flatMap(options -> read(options, names));
  }

  private static Optional<Call> read(YamlMap options, Set<String> names) {
    options.allow("put", "post", "key", "find", "found", "id", "taken", "when", "multipart");
    String method = options.keys().contains("put") ? "put" : "post";
    if (options.keys().contains("put") && options.keys().contains("post")) {
      options.finding("post", "and put exclude each other");
    }
    Optional<String> header = options.optionalText("key");
    header
        .filter(name -> !name.matches("[A-Za-z][A-Za-z0-9-]{0,60}"))
        .ifPresent(_ -> options.finding("key", "must be the name of a header"));
    Optional<Find> find = Optional.empty();
    if (options.keys().contains("find")) {
      Optional<JsonPointer> found = Pointers.read(options, "found");
      if (!options.keys().contains("found")) {
        options.finding("find", "needs found: where the thing’s name stands in the answer");
      }
      find =
          PathTemplate.read(options, "find", names)
              .flatMap(path -> found.map(place -> new Find(path, place)));
    }
    Optional<Find> question = find;
    return PathTemplate.read(options, method, names)
        .map(path ->
            new Call(
                method.toUpperCase(java.util.Locale.ROOT),
                path,
                header,
                question,
                CaseId.read(options, "id"),
                statuses(options, "taken")));
  }

  /** Statuses under a key, when there are some: {@code 409} or {@code 409 410}. */
  static Set<Integer> statuses(YamlMap options, String key) {
    Set<Integer> statuses = new HashSet<>();
    Arrays.stream(options.optionalText(key).orElse("").split("[, ]+"))
        .filter(word -> !word.isEmpty())
        .forEach(word -> {
          if (word.matches("4\\d\\d")) {
            statuses.add(Integer.parseInt(word));
          } else {
            options.finding(key, "must be statuses from 400 to 499");
          }
        });
    return Set.copyOf(statuses);
  }
}
