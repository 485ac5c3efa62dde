package ch.meinkonto.form;

import ch.meinkonto.directory.UnitId;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.util.SequencedMap;

/** Takes what people send; the module {@code request} does. */
public interface SubmissionTarget {

  /**
   * Takes a submission, in the transaction in which its draft is erased. A draft that was taken
   * before is not taken again, but leads to the same place.
   *
   * @return where its sender goes on: an address of this portal
   */
  URI submit(Submission submission);

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
