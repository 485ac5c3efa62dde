package ch.meinkonto.connector.rest;

import ch.meinkonto.connector.handover.NotNow;
import java.net.URI;
import java.net.http.HttpRequest;
import java.util.Map;
import java.util.Optional;

/** Makes calls so that repeating one does not do a thing twice. */
final class Calls {

  private final Client client;
  private final Refusals refusals;

  Calls(Client client, Refusals refusals) {
    this.client = client;
    this.refusals = refusals;
  }

  /**
   * Returns when the API has the thing, or does not want it.
   *
   * @param names what stands in the path
   * @param key names the thing, the same each time
   * @param again whether the call may have been made before
   */
  Verdict make(Call call, Map<String, String> names, String key, Payload payload, boolean again)
      throws NotNow {
    if (again) {
      Optional<String> found = find(call, names);
      if (found.isPresent()) {
        return new Verdict.Done(found.get());
      }
    }
    HttpRequest.Builder http =
        HttpRequest.newBuilder(call.path().below(client.address(), names))
            .header("Accept", "application/json, */*;q=0.1")
            .method(call.method(), payload.body());
    call.key().ifPresent(header -> http.header(header, key));
    payload.in(http);
    Answer answer = client.send(http);
    if (answer.isGood() || call.taken().contains(answer.status())) {
      return new Verdict.Done(id(call, names, answer));
    }
    Optional<Verdict.Refused> refused = refusals.in(answer);
    if (refused.isPresent()) {
      return refused.get();
    }
    throw new NotNow(
        "%s answers %d to %s %s"
            .formatted(client.address(), answer.status(), call.method(), call.path().text()));
  }

  private String id(Call call, Map<String, String> names, Answer answer) throws NotNow {
    if (call.id().isEmpty()) {
      return "";
    }
    Optional<String> id = call.id().get().in(answer);
    if (id.isEmpty()) {
      id = find(call, names);
    }
    return id.orElseThrow(() ->
        new NotNow(
            "%s does not say under which name it keeps what came by %s"
                .formatted(client.address(), call.path().text())));
  }

  private Optional<String> find(Call call, Map<String, String> names) throws NotNow {
    if (call.find().isEmpty()) {
      return Optional.empty();
    }
    URI question = call.find().get().path().below(client.address(), names);
    Answer answer =
        client.send(HttpRequest.newBuilder(question).header("Accept", "application/json").GET());
    if (answer.status() == 404) {
      return Optional.empty();
    }
    if (!answer.isGood() || answer.json().isMissingNode()) {
      throw new NotNow(
          "%s answers %d to GET %s, and no JSON"
              .formatted(client.address(), answer.status(), call.find().get().path().text()));
    }
    return answer.at(call.find().get().found());
  }
}
