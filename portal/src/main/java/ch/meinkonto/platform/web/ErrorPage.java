package ch.meinkonto.platform.web;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.Set;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.RequestMapping;

/**
 * What people see when something went wrong: what it means and what they can do; never an
 * exception's words.
 */
@Controller
class ErrorPage implements ErrorController {

  /** In seconds (RFC 9110, section 10.2.3). */
  private static final String SOON = "30";

  private static final Set<Integer> KNOWN = Set.of(400, 403, 404, 405, 410, 413, 429, 503);

  @RequestMapping(value = "/error", produces = MediaType.TEXT_HTML_VALUE)
  String page(HttpServletRequest request, HttpServletResponse response, Model model) {
    var status = status(request);
    response.setStatus(status);
    if (status == HttpStatus.SERVICE_UNAVAILABLE.value()) {
      response.setHeader(HttpHeaders.RETRY_AFTER, SOON);
    }
    AnswerHeaders.complete(request, response);
    model.addAttribute("kind", kind(request, status));
    model.addAttribute(
        "back",
        sentSomething(request) ? OwnPath.cameFrom(request).map(OwnPath::value).orElse(null) : null);
    return "platform/error";
  }

  /** For programs: a problem (RFC 9457). */
  @RequestMapping("/error")
  ResponseEntity<Map<String, Object>> problem(
      HttpServletRequest request, HttpServletResponse response) {
    var status = status(request);
    AnswerHeaders.complete(request, response);
    return ResponseEntity.status(status)
        .contentType(MediaType.APPLICATION_PROBLEM_JSON)
        .body(Map.of("type", "about:blank", "status", status));
  }

  private static String kind(HttpServletRequest request, int status) {
    if (StaleForms.isOne(request)) {
      return "error.stale";
    }
    return "error." + (KNOWN.contains(status) ? status : 500);
  }

  /** Whoever sent a form finds the way back to it; a link needs none. */
  private static boolean sentSomething(HttpServletRequest request) {
    return "POST".equals(request.getAttribute(RequestDispatcher.ERROR_METHOD));
  }

  private static int status(HttpServletRequest request) {
    return request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer status
        ? status
        : 404;
  }
}
