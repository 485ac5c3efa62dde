package ch.meinkonto.trust;

import java.util.UUID;

/**
 * Something that happened with a person's data.
 *
 * @param accountId whose data
 * @param kind what happened: the text {@code trust.kind.<kind>}, with {0} = actor and {1} = subject
 * @param actor who did or received it: {@link #YOU}, {@link #PORTAL} or a unit's id
 * @param subject what it was about: a service's id, a reference, or empty
 * @param ground why it was allowed: the text {@code trust.ground.<ground>}
 */
public record TrustEntry(UUID accountId, String kind, String actor, String subject, String ground) {

  /** The person themselves. */
  public static final String YOU = "you";

  /** The portal. */
  public static final String PORTAL = "portal";
}
