package ch.meinkonto.unit;

import ch.meinkonto.contract.Calendar;

/** Days and hours that a unit tells everybody, to be subscribed to. */
public final class Calendars {

  private final PortalApi portal;

  Calendars(PortalApi portal) {
    this.portal = portal;
  }

  /**
   * Publishes a calendar, or says anew what is in it. Doing it again does nothing.
   *
   * @param service the service’s id
   * @param id the unit’s own id of the calendar: letters, digits, dots, hyphens, underscores
   */
  public void publish(String service, String id, Calendar calendar) {
    portal.publish(service, id, calendar);
  }

  /** It ends. Doing it again does nothing. */
  public void withdraw(String service, String id) {
    portal.withdrawCalendar(service, id);
  }
}
