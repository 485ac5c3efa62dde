package ch.meinkonto.form;

import ch.meinkonto.directory.UnitId;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.UUID;

/** Takes what people send; the module {@code request} does. */
public interface SubmissionTarget {

  /** What came of it. */
  sealed interface Taken {

    /**
     * It is sent.
     *
     * @param next where its sender goes on: an address of this portal
     */
    record Sent(URI next) implements Taken {}

    /**
     * It is sealed and waits until its sender has paid; until then its draft stays.
     *
     * @param pay where one pays: an address of this portal
     * @param next where its sender goes on once it is paid
     */
    record Unpaid(URI pay, URI next) implements Taken {}

    /** The places that it books can’t be had any more; its draft stays. */
    record NoPlace(Places.Why why) implements Taken {}
  }

  /**
   * Takes a submission, in the transaction in which its draft is erased. A draft that was taken
   * before is not taken again, but leads to the same place.
   */
  Taken submit(Submission submission);

  /** Where the sender of what a draft became goes on; empty as long as it is not sent. */
  Optional<URI> sent(UUID draftId);

  /** Where somebody pays for what they want to send; empty when nothing waits for that. */
  Optional<URI> pay(UUID draftId);

  /**
   * The same for a submission that becomes a request for each of several units: all of them, or
   * none.
   *
   * @param whole what all of them get alike
   * @param answers by unit, what each gets: one JSON object in UTF-8
   */
  URI submitEach(Submission whole, SequencedMap<UnitId, byte[]> answers);

  /** Lets a browser that has the draft's key in where its sender goes on, if that takes a key. */
  void letIn(URI next, HttpServletRequest request, HttpServletResponse response);
}
