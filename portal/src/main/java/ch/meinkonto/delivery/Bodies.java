package ch.meinkonto.delivery;

import ch.meinkonto.contract.Json;
import ch.meinkonto.contract.ProblemType;
import ch.meinkonto.contract.PublishedId;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Objects;
import org.springframework.http.MediaType;
import tools.jackson.core.JacksonException;

/** Reads what a call says, and no more of it than the call may have. */
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

  /** A body in JSON, as its schema has it. */
  static <T> T json(HttpServletRequest request, int most, Class<T> type) throws IOException {
    require(request, MediaType.APPLICATION_JSON_VALUE);
    try {
      return Objects.requireNonNull(Json.read(read(request, most), type));
    } catch (JacksonException | IllegalArgumentException | NullPointerException e) {
      throw new Refusal(ProblemType.MALFORMED, "not as its schema says");
    }
  }

  /** A unit's own id of what it publishes, from an address. */
  static String id(String text) {
    if (!PublishedId.fits(text)) {
      throw new Refusal(ProblemType.NOT_FOUND);
    }
    return text;
  }

  static void require(HttpServletRequest request, String mediaType) {
    var given = request.getContentType();
    if (given == null || !given.split(";", 2)[0].strip().equalsIgnoreCase(mediaType)) {
      throw new Refusal(ProblemType.UNSUPPORTED_MEDIA_TYPE, "expected " + mediaType);
    }
  }
}
