package ch.meinkonto.delivery;

import ch.meinkonto.contract.ProblemType;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;

/** Reads the body of a call, and no more of it than the call may have. */
final class Bodies {

  private Bodies() {}

  static byte[] read(HttpServletRequest request, int most) throws IOException {
    if (request.getContentLengthLong() > most) {
      throw new Refusal(ProblemType.TOO_LARGE);
    }
    var body = request.getInputStream().readNBytes(most + 1);
    if (body.length > most) {
      throw new Refusal(ProblemType.TOO_LARGE);
    }
    return body;
  }

  static void require(HttpServletRequest request, String mediaType) {
    var given = request.getContentType();
    if (given == null || !given.split(";", 2)[0].strip().equalsIgnoreCase(mediaType)) {
      throw new Refusal(ProblemType.UNSUPPORTED_MEDIA_TYPE, "expected " + mediaType);
    }
  }
}
