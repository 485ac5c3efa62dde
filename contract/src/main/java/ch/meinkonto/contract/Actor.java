package ch.meinkonto.contract;

import java.util.Objects;

/**
 * Who acts for the sender of a request, by a mandate that the sender gave them (RFC 8693, section
 * 4.1, calls them so). The request is the sender’s all the same.
 *
 * @param subject under which name the unit knows the actor’s own account (pairwise)
 * @param person who it is, and how to reach them
 */
public record Actor(String subject, Sender person) {

  public Actor {
    Objects.requireNonNull(subject, "subject");
    Objects.requireNonNull(person, "person");
  }
}
