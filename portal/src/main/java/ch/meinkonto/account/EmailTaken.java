package ch.meinkonto.account;

/** Another account has this e-mail address. */
public class EmailTaken extends RuntimeException {
  private static final long serialVersionUID = 1;
}
