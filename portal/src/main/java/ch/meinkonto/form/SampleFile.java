package ch.meinkonto.form;

import static java.nio.charset.StandardCharsets.US_ASCII;

import ch.meinkonto.platform.upload.Content;
import java.util.Arrays;
import java.util.Base64;

/** A small real file that nobody sent. */
@SuppressWarnings("ArrayRecordComponent") // made up, never compared
record SampleFile(String name, String mediaType, byte[] content) {

  private static final byte[] PIXEL =
      Base64.getDecoder()
          .decode(
              "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5E"
                  + "rkJggg==");
  private static final byte[] EMPTY_PAGE =
      """
      %PDF-1.4
      1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj
      2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj
      3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>endobj
      trailer<</Root 1 0 R>>
      %%EOF
      """
          .getBytes(US_ASCII);

  /** A picture where a picture was asked for, else a page. */
  static SampleFile of(String mediaType) {
    return mediaType.startsWith("image/")
        ? new SampleFile("beleg.png", "image/png", PIXEL)
        : new SampleFile("beleg.pdf", "application/pdf", EMPTY_PAGE);
  }

  /** With something behind its end, that nobody minds, until it has so many bytes. */
  SampleFile filledUpTo(int bytes) {
    return new SampleFile(name, mediaType, Arrays.copyOf(content, Math.max(bytes, content.length)));
  }

  Submission.File as(String part, String field) {
    return new Submission.File(part, name, mediaType, Content.of(content), field);
  }
}
