package ch.meinkonto.connector.handover;

import ch.meinkonto.contract.Document;
import ch.meinkonto.contract.Formal;
import ch.meinkonto.contract.Problem;
import ch.meinkonto.contract.ProblemType;
import ch.meinkonto.contract.RequestId;
import ch.meinkonto.contract.RequestState;
import ch.meinkonto.contract.UnitEvent.ListPosition.Place;
import ch.meinkonto.unit.Cases;
import ch.meinkonto.unit.PortalRefused;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Says to the portal what a unit's system has to say, each word once. */
public final class Replies {

  private final Cases cases;
  private final Function<String, Optional<RequestId>> requests;

  /**
   * For one unit.
   *
   * @param ledger knows the requests that were handed over; about others nothing can be said
   */
  public Replies(Cases cases, Ledger ledger) {
    this(cases, ledger::request);
  }

  /**
   * For one unit.
   *
   * @param requests finds the requests that were handed over, by their references
   */
  public Replies(Cases cases, Function<String, Optional<RequestId>> requests) {
    this.cases = cases;
    this.requests = requests;
  }

  /**
   * Returns when the portal has stored the word.
   *
   * @param key names the word: with the same key it is heard once, however often it is said
   * @param documents what goes with a message
   * @throws Unusable the portal will never take it; set it aside with this reason
   * @throws ch.meinkonto.unit.PortalUnavailable the portal cannot be reached; say it again later
   * @throws NotAcceptedYet the portal does not know yet that the unit has the request; say it again
   *     later
   * @throws IOException the portal does not know the unit's key yet; say it again later
   */
  public void say(String key, Word word, List<Document> documents) throws Unusable, IOException {
    RequestId request =
        requests
            .apply(word.reference())
            .orElseThrow(() ->
                new Unusable(
                    "Zur Referenz %s ist hier kein Antrag eingegangen."
                        .formatted(word.reference())));
    try {
      say(cases.once(key), request, word, documents);
    } catch (PortalRefused e) {
      refused(e.problem());
    }
  }

  private static void say(Cases once, RequestId request, Word word, List<Document> documents) {
    switch (word) {
      case Word.Message(String _, String text, List<String> _, @Nullable Formal formal)
          when formal != null ->
          once.deliver(request, formal, text, documents);
      case Word.Message(String _, String text, List<String> _, @Nullable Formal _) ->
          once.message(request, text, documents);
      case Word.Question(String _, String text, boolean _, @Nullable JsonNode fields)
          when fields != null ->
          once.ask(request, text, fields);
      case Word.Question(String _, String text, boolean uploads, @Nullable JsonNode _) ->
          once.ask(request, text, uploads);
      case Word.State(String _, RequestState state, @Nullable String text) when text != null ->
          once.state(request, state, text);
      case Word.State(String _, RequestState state, @Nullable String _) ->
          once.state(request, state);
      case Word.ListPosition(String _, List<Place> places) -> once.position(request, places);
    }
  }

  private static void refused(Problem problem) throws Unusable, IOException {
    if (problem.is(ProblemType.EVENT_CONFLICT)) {
      return; // the same key means the same content: it was heard before
    }
    if (problem.is(ProblemType.NOT_ACCEPTED_YET)) {
      throw new NotAcceptedYet();
    }
    if (problem.is(ProblemType.UNAUTHORIZED) || problem.status() == 401) {
      throw new IOException("the portal does not know this unit's key yet");
    }
    throw new Unusable(
        switch (problem) {
          case Problem p when p.is(ProblemType.NOT_POSSIBLE_NOW) ->
              "Der Stand des Antrags lässt das nicht zu: Vielleicht ist er schon abgeschlossen, oder er"
                  + " kam ohne Konto, und das Portal kann niemandem schreiben.";
          case Problem p when p.is(ProblemType.NOT_FOUND) ->
              "Das Portal kennt diesen Antrag nicht mehr.";
          case Problem p when p.is(ProblemType.TOO_LARGE) ->
              "Die Nachricht ist mit ihren Dokumenten zu gross.";
          case Problem p when p.detail() != null && p.detail().startsWith("fields") ->
              "Die Frage hat ein Feld, das nicht geht. " + p.detail();
          default ->
              "Das Portal hat die Nachricht abgelehnt: %d %s."
                  .formatted(problem.status(), problem.title());
        });
  }
}
