package ch.meinkonto.account;

/**
 * Of what somebody wants to hear by e-mail. Notices about the account's security are always sent.
 *
 * @param messages a unit wrote or asks something
 * @param progress a request went on
 */
public record NotifyBy(boolean messages, boolean progress) {

  /** What a new account begins with. */
  public static final NotifyBy EVERYTHING = new NotifyBy(true, true);
}
