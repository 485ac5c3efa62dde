package ch.meinkonto.request;

import ch.meinkonto.form.Submission;
import ch.meinkonto.platform.upload.Content;
import org.jspecify.annotations.Nullable;

/**
 * A file that a resident sends along.
 *
 * @param fileName as the resident named it, without path
 * @param mediaType as the portal found by looking into the file
 * @param field the form's field it was given for; null with an answer
 */
public record Attachment(
    String fileName, String mediaType, Content content, @Nullable String field) {

  /** A file as a form yields it. */
  public static Attachment of(Submission.File file) {
    return new Attachment(file.fileName(), file.mediaType(), file.content(), file.field());
  }

  @Override
  public String toString() {
    return "Attachment[" + mediaType + ", " + content.size() + " bytes]";
  }
}
