package ch.meinkonto.login;

import ch.meinkonto.account.AccountId;
import java.util.Optional;

/**
 * A kind of second factor for every day. A bean of this type counts wherever second factors do: it
 * is asked for at a step-up, offered to who has none, guarded by a fresh proof, and taken away when
 * an account is recovered or closed. Their {@code @Order} is the order of the pages.
 */
public interface SecondFactor {

  /**
   * With what its texts begin: {@code .title}, {@code .lead} and {@code .begin} where it is
   * offered; {@code .confirm} and {@code .confirm.text} where a step-up begins with a button.
   */
  String texts();

  /** The picture on its buttons. */
  default String icon() {
    return "phone";
  }

  /**
   * The page on which its owner sets it up and takes it away. For it, and for all below it, a fresh
   * proof is asked.
   */
  String page();

  /** Whether it can be set up here at all. */
  default boolean offered() {
    return true;
  }

  /** Whether the account has one that counts. */
  boolean any(AccountId account);

  /** Takes away all that the account has of it, also what was only begun. */
  void removeAll(AccountId account);

  /**
   * Where a press of a button begins the step-up (POST, with {@code weiter} in the address); empty
   * when its form stands on the page of the step-up itself.
   */
  default Optional<String> stepUp() {
    return Optional.empty();
  }
}
