package ch.meinkonto.delivery;

import ch.meinkonto.calendar.Calendars;
import ch.meinkonto.contract.Calendar;
import ch.meinkonto.contract.ProblemType;
import ch.meinkonto.directory.UnitId;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Where a unit says which days and hours it tells everybody. */
@RestController
class CalendarEndpoint {

  private static final String CALENDAR =
      ContractPaths.BASE + "/services/{service}/calendars/{calendar}";
  private static final int LARGEST = 512 * 1024;

  private final Calendars calendars;

  CalendarEndpoint(Calendars calendars) {
    this.calendars = calendars;
  }

  @PutMapping(CALENDAR)
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void publish(
      Authentication caller,
      @PathVariable String service,
      @PathVariable String calendar,
      HttpServletRequest request)
      throws IOException {
    var content = Bodies.json(request, LARGEST, Calendar.class);
    known(calendars.publish(unit(caller), service, Bodies.id(calendar), content));
  }

  @DeleteMapping(CALENDAR)
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void withdraw(
      Authentication caller, @PathVariable String service, @PathVariable String calendar) {
    known(calendars.withdraw(unit(caller), service, Bodies.id(calendar)));
  }

  private static UnitId unit(Authentication caller) {
    return new UnitId(caller.getName());
  }

  private static void known(boolean owned) {
    if (!owned) {
      throw new Refusal(ProblemType.NOT_FOUND);
    }
  }
}
