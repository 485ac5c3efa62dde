package ch.meinkonto.simulator;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** Renders the simulator's few pages. */
@Component
public class Html {

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("d.\u00a0MMMM yyyy, HH:mm 'Uhr'", Locale.forLanguageTag("de-CH"));

  private static final MediaType TEXT_HTML = new MediaType("text", "html", StandardCharsets.UTF_8);

  private final TemplateEngine templates = TemplateEngine.createPrecompiled(ContentType.Html);

  /** A page made from a template. */
  public ResponseEntity<byte[]> page(String template, Map<String, Object> parameters) {
    var output = new StringOutput();
    templates.render(template, parameters, output);
    return ResponseEntity.ok()
        .contentType(TEXT_HTML)
        .body(output.toString().getBytes(StandardCharsets.UTF_8));
  }

  /** A moment as people in the city read it. */
  public static String time(Instant at) {
    return TIME.format(at.atZone(ZoneId.of("Europe/Zurich")));
  }
}
