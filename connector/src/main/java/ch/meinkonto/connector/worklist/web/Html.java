package ch.meinkonto.connector.worklist.web;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** Renders the pages; every value is escaped for the place where it stands. */
@Component
@ConditionalOnWebApplication
class Html {

  private static final MediaType TEXT_HTML = new MediaType("text", "html", StandardCharsets.UTF_8);

  private final TemplateEngine templates = TemplateEngine.createPrecompiled(ContentType.Html);

  ResponseEntity<byte[]> page(Frame frame, String template, Map<String, Object> parameters) {
    return page(HttpStatus.OK, frame, template, parameters);
  }

  ResponseEntity<byte[]> page(
      HttpStatus status, Frame frame, String template, Map<String, Object> parameters) {
    Map<String, Object> all = new HashMap<>(parameters);
    all.put("frame", frame);
    var output = new StringOutput();
    templates.render(template + ".jte", all, output);
    return ResponseEntity.status(status)
        .contentType(TEXT_HTML)
        .body(output.toString().getBytes(StandardCharsets.UTF_8));
  }
}
