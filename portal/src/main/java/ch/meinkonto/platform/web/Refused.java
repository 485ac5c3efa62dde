package ch.meinkonto.platform.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;

/** Why somebody was led elsewhere instead of to what they asked for. */
public enum Refused {
  /** They are not logged in. */
  LOGIN,
  /** They have not proved who they are strongly enough, or lately enough. */
  PROOF,
  /** It is for companies, and they have a private account; or the other way round. */
  ACCOUNT,
  /** The mandate by which they would act for somebody is over, or never was theirs. */
  MANDATE,
  /** Their unit does not know them yet. */
  ACTIVATION;

  private static final String ATTRIBUTE = Refused.class.getName();

  /** Says that this request was refused for this reason, though its answer is a way on. */
  public void note(HttpServletRequest request) {
    request.setAttribute(ATTRIBUTE, this);
  }

  static Optional<Refused> of(HttpServletRequest request) {
    return request.getAttribute(ATTRIBUTE) instanceof Refused refused
        ? Optional.of(refused)
        : Optional.empty();
  }
}
