package ch.meinkonto.account;

/** The account was closed, or never existed. */
public class NoSuchAccount extends RuntimeException {
  private static final long serialVersionUID = 1;

  NoSuchAccount(AccountId id) {
    super("No account " + id);
  }
}
