package ch.meinkonto.security;

/** Who may open an address, and how they must have proved who they are. */
enum Rule {
  /** Anybody, and everybody sees the same. */
  PUBLIC,
  /** Nobody: there is nothing. */
  NOTHING,
  /** Whose browser has the key of the draft. */
  DRAFT,
  /** Who knows the address, which cannot be guessed. */
  ADDRESS,
  /** Who is logged in; sees what is theirs, whatever the address says. */
  ACCOUNT,
  /** Who is logged in and owns what the address names. */
  OWNER,
  /**
   * Who works at a counter, or runs the portal; for everybody else who is logged in there is
   * nothing.
   */
  STAFF,
  /** Besides: proved lately, by a second factor if there is one. */
  LATELY,
  /** Besides: if there is a second factor, proved by it lately; the page asks for the password. */
  STRONG,
  /** Besides: proved lately, by whatever factor. */
  RECENTLY,
  /** Besides: a script asks, which can follow nowhere. */
  SCRIPT,
  /** A unit, by the contract's access token. */
  UNIT,
  /** A unit's application, by its signature. */
  APPLICATION,
  /** A unit's application, by a person's access token. */
  BEARER,
  /** Takes forms of other sites, and so changes nothing by itself. */
  OUTSIDE;

  /** Whether programs, not people, come here: no cookie counts. */
  boolean forPrograms() {
    return this == UNIT || this == APPLICATION || this == BEARER;
  }
}
