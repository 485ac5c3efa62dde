package ch.meinkonto.account;

/** Asks the owner of an account once more who they are; the module {@code login} knows how. */
public interface OwnerCheck {

  /** Whether this is the account's password. */
  Outcome check(AccountId account, String password);

  /** What came of it. */
  enum Outcome {
    RIGHT,
    WRONG,
    TOO_OFTEN
  }
}
