package ch.meinkonto.platform.web;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/** Every page gets its frame. */
@ControllerAdvice(annotations = Controller.class)
class PageAdvice {

  private final PageFrame frame;

  PageAdvice(PageFrame frame) {
    this.frame = frame;
  }

  @ModelAttribute("page")
  Page page(HttpServletRequest request) {
    return frame.of(request);
  }
}
