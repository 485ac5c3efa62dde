package ch.meinkonto.connector.worklist.web;

import ch.meinkonto.connector.worklist.Case;
import ch.meinkonto.connector.worklist.Worklist;
import ch.meinkonto.connector.worklist.clerk.Clerk;
import ch.meinkonto.connector.worklist.clerk.Role;
import ch.meinkonto.contract.RequestId;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;

/** A clerk at their unit's worklist. Of other units' cases there is nothing to be had from here. */
record Visit(Clerk clerk, Worklist worklist, HttpServletRequest request) {

  /** There is no such thing, or it is none of theirs: they are told the same. */
  static final class NotFound extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  /** Others may do that, but not this clerk. */
  static final class Forbidden extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  String login() {
    return clerk.login();
  }

  Frame frame(String title) {
    return Frame.of(request, title, worklist.name());
  }

  Visit working() {
    if (!clerk.role().mayWork()) {
      throw new Forbidden();
    }
    return this;
  }

  Visit heading() {
    if (clerk.role() != Role.HEAD) {
      throw new Forbidden();
    }
    return this;
  }

  Case find(String id) throws IOException {
    return worklist.find(id(id)).orElseThrow(NotFound::new);
  }

  static RequestId id(String id) {
    try {
      return RequestId.of(id);
    } catch (IllegalArgumentException e) {
      throw new NotFound();
    }
  }
}
