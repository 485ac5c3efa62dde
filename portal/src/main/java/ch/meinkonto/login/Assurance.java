package ch.meinkonto.login;

/** How surely somebody proved elsewhere who they are; each is worth what those before it are. */
public enum Assurance {
  /** By one factor, such as a password. */
  LOGIN,
  /** By two factors. */
  TWO_FACTORS,
  /** By two factors, in a way that is worth nothing to a page that imitates the provider's. */
  PHISHING_RESISTANT
}
