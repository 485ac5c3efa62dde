package ch.meinkonto.account;

/** A page of the account that another module brings: the overview of the account leads there. */
public interface OverviewRow {

  /** Its text; with {@code .text} after it, what one finds there. */
  String texts();

  /** Where it is. */
  String page();

  /** Whether there is anything to find. */
  boolean shown(AccountId account);
}
