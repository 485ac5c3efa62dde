package ch.meinkonto.form;

import java.net.URI;

/** Takes what people send; the module {@code request} does. */
public interface SubmissionTarget {

  /**
   * Takes a submission, in the transaction in which its draft is erased. A draft that was taken
   * before is not taken again, but leads to the same place.
   *
   * @return where its sender goes on: an address of this portal
   */
  URI submit(Submission submission);
}
