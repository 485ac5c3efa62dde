package ch.meinkonto.account;

import java.util.Locale;

/** Whether somebody acts for themselves or for a company. */
public enum AccountKind {
  PRIVATE,
  BUSINESS;

  /** How the kind is written in the database and in forms. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  static AccountKind of(String code) {
    return valueOf(code.toUpperCase(Locale.ROOT));
  }
}
