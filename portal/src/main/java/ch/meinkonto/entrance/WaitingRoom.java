package ch.meinkonto.entrance;

import ch.meinkonto.platform.web.AnswerHeaders;
import ch.meinkonto.platform.web.CookieNames;
import ch.meinkonto.platform.web.OwnPath;
import gg.jte.TemplateEngine;
import gg.jte.output.Utf8ByteOutput;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.util.WebUtils;

/**
 * Answers those who wait, in place: what they asked for has the same address when it is their turn.
 * Too many requests, and when to come again: so search engines keep what they know and a proxy does
 * not take the node for ill.
 */
@Component
class WaitingRoom {

  /** What a script reads: {@code stay}, or {@code turn}. */
  static final String STATE_HEADER = "Waiting-Room";

  private final TemplateEngine templates;
  private final Telling telling;
  private final RoomPages pages;
  private final ServiceNames names;
  private final Doors doors;

  WaitingRoom(
      TemplateEngine templates, Telling telling, RoomPages pages, ServiceNames names, Doors doors) {
    this.templates = templates;
    this.telling = telling;
    this.pages = pages;
    this.names = names;
    this.doors = doors;
  }

  void show(
      Standing standing, String service, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    AnswerHeaders.complete(request, response);
    if (!isRead(request)) {
      response.setStatus(HttpStatus.SEE_OTHER.value());
      response.setHeader(HttpHeaders.LOCATION, wayBack(service, request));
      return;
    }
    var looking = request.getHeader(Visits.LOOK_HEADER) != null;
    response.setHeader(STATE_HEADER, standing instanceof Standing.Turn ? "turn" : "stay");
    var page = pages.of(request, response);
    var told = telling.tell(standing, names.of(service, page.locale()), page);
    if (!looking) {
      response.setStatus(HttpStatus.TOO_MANY_REQUESTS.value());
      response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(told.pause()));
    }
    var model = new HashMap<String, Object>();
    model.put("page", page.titled(told.title()));
    model.put("told", told);
    if (!looking) {
      model.put("session", hasSession(request));
    }
    render(looking ? "entrance/standing.jte" : "entrance/waiting.jte", model, response);
  }

  private void render(String template, Map<String, Object> model, HttpServletResponse response)
      throws IOException {
    var output = new Utf8ByteOutput();
    templates.render(template, model, output);
    response.setContentType("text/html;charset=UTF-8");
    response.setContentLength(output.getContentLength());
    output.writeTo(response.getOutputStream());
  }

  /** Then the script keeps the login alive meanwhile. */
  private static boolean hasSession(HttpServletRequest request) {
    return WebUtils.getCookie(request, CookieNames.of("mk-session", "/", request.isSecure()))
        != null;
  }

  /** What was sent is sent again, from the page that it was sent from if one waits there too. */
  private String wayBack(String service, HttpServletRequest request) {
    return OwnPath.cameFrom(request)
        .filter(page -> doors.service(page.path()).filter(service::equals).isPresent())
        .or(() -> OwnPath.of(beginning(request.getServletPath())))
        .map(OwnPath::value)
        .orElse("/");
  }

  /** Its first three parts: what lies below may be for sending alone. */
  private static String beginning(String path) {
    return Arrays.stream(path.split("/", 5)).limit(4).collect(Collectors.joining("/"));
  }

  private static boolean isRead(HttpServletRequest request) {
    return "GET".equals(request.getMethod()) || "HEAD".equals(request.getMethod());
  }
}
