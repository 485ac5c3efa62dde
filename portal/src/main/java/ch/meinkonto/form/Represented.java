package ch.meinkonto.form;

import ch.meinkonto.platform.web.Visitor;
import java.time.LocalDate;
import java.util.UUID;

/**
 * Somebody for whom somebody else may fill in forms.
 *
 * @param mandate the id of the mandate by which they may
 * @param account whose request it becomes
 * @param name what they are called
 * @param business whether it is a company
 * @param until the last day of the mandate
 */
public record Represented(
    UUID mandate, UUID account, String name, boolean business, LocalDate until) {

  /** As whom a form is sent: in their name, with what the actor has proved. */
  Visitor by(Visitor actor) {
    return new Visitor(account, name, business, actor.authenticatedAt(), actor.twoFactors());
  }
}
