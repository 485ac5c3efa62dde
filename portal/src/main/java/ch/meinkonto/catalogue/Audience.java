package ch.meinkonto.catalogue;

import java.util.Map;

/** Whose accounts a service is for. */
public enum Audience {
  EVERYBODY,
  PRIVATE,
  BUSINESS;

  /** What services' files say; those that say nothing are for everybody. */
  static final Map<String, Audience> BY_CODE = Map.of("private", PRIVATE, "business", BUSINESS);

  /** Whether it is for a private account, or for that of a company or organisation. */
  public boolean admits(boolean business) {
    return switch (this) {
      case EVERYBODY -> true;
      case PRIVATE -> !business;
      case BUSINESS -> business;
    };
  }
}
