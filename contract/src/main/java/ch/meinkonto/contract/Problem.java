package ch.meinkonto.contract;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A refusal as the contract words it (RFC 9457, {@code application/problem+json}). */
public record Problem(
    String type, String title, int status, @Nullable String detail, @Nullable String instance) {

  /** The media type of a problem. */
  public static final String MEDIA_TYPE = "application/problem+json";

  public Problem {
    Objects.requireNonNull(type, "type");
    Objects.requireNonNull(title, "title");
  }

  /** A problem of a known type; the detail never quotes what was sent. */
  public static Problem of(ProblemType type, @Nullable String detail) {
    return new Problem(type.uri(), type.title(), type.status(), detail, null);
  }

  /** Whether this is that type of problem. */
  public boolean is(ProblemType other) {
    return type.equals(other.uri());
  }
}
