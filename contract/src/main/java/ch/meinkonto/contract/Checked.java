package ch.meinkonto.contract;

import java.util.Optional;

/** Something signed, after looking at it: either it holds, or it says why not. */
public sealed interface Checked<T> {

  /** Signature and content hold. */
  record Valid<T>(T value) implements Checked<T> {}

  /** Not to be believed. */
  record Invalid<T>(Flaw flaw) implements Checked<T> {}

  /** The value, if it holds. */
  default Optional<T> asOptional() {
    return switch (this) {
      case Valid<T>(T value) -> Optional.of(value);
      case Invalid<T> _ -> Optional.empty();
    };
  }

  /** What can be wrong with something signed. */
  enum Flaw {
    /** Not a compact JWS, or claims are missing or of the wrong shape. */
    MALFORMED,
    /** Larger than allowed. */
    TOO_LARGE,
    /** Another type of token. */
    WRONG_TYPE,
    /** An algorithm that is not allowed here. */
    WRONG_ALGORITHM,
    /** Signed with a key that is not known. */
    UNKNOWN_KEY,
    /** The signature does not fit. */
    WRONG_SIGNATURE,
    /** Issued by someone else. */
    WRONG_ISSUER,
    /** Meant for someone else. */
    WRONG_AUDIENCE,
    /** Too old, or from the future. */
    WRONG_TIME
  }
}
