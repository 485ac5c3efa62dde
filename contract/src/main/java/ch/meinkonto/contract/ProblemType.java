package ch.meinkonto.contract;

import java.util.Locale;

/** Every way in which the portal refuses a contract call. */
public enum ProblemType {
  MALFORMED(400, "The request cannot be read"),
  UNAUTHORIZED(401, "No valid access token"),
  NOT_FOUND(404, "There is no such thing for this unit"),
  LEASE_LOST(409, "The lease has run out or belongs to someone else"),
  EVENT_CONFLICT(409, "The same jti was used for another event"),
  ALREADY_SETTLED(409, "The delivery has been settled otherwise"),
  TOO_LARGE(413, "The content is too large"),
  UNSUPPORTED_MEDIA_TYPE(415, "The content has the wrong media type"),
  INVALID_EVENT(422, "The event token does not hold"),
  WRONG_TAGS(422, "The authentication tags are not those of the delivery"),
  NOT_ACCEPTED_YET(422, "The unit has not accepted this request yet"),
  NOT_POSSIBLE_NOW(422, "The request's state does not allow this"),
  OFFER_REFUSED(422, "The offer cannot be published like this"),
  REGISTRATION_REFUSED(422, "The registration does not hold, or its keys must not be used"),
  TOO_MANY_REQUESTS(429, "Too many requests"),
  UNAVAILABLE(503, "Temporarily unavailable");

  private static final String PREFIX = "https://meinkonto.ch/contract/v1/problems/";

  private final int status;
  private final String title;

  ProblemType(int status, String title) {
    this.status = status;
    this.title = title;
  }

  /** The type's name (not an address). */
  public String uri() {
    return PREFIX + code();
  }

  /** The short name, such as {@code lease-lost}. */
  public String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The HTTP status that goes with it. */
  public int status() {
    return status;
  }

  /** A short title, always the same. */
  public String title() {
    return title;
  }
}
