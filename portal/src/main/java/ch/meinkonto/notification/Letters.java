package ch.meinkonto.notification;

import ch.meinkonto.platform.web.Texts;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.web.util.HtmlUtils;

/** Puts a notice into words. */
@Component
class Letters {

  private static final Pattern PLACE = Pattern.compile("\\{([a-z]+)}");

  private final Texts texts;

  Letters(Texts texts) {
    this.texts = texts;
  }

  record Letter(String subject, String plain, String html) {}

  Letter write(Notice notice, String city) {
    var values = new HashMap<>(notice.values());
    values.putIfAbsent("city", city);
    var subject = filled(text(notice, "subject"), values);
    var body = filled(text(notice, "body"), values);
    var foot = filled(texts.text(notice.locale(), "notification.foot"), values);
    return new Letter(
        subject, body + "\n\n" + foot + "\n", html(notice.locale().toLanguageTag(), body, foot));
  }

  private String text(Notice notice, String part) {
    return texts.text(notice.locale(), "notification." + notice.kind() + "." + part);
  }

  /** The text with the values in their places. */
  static String filled(String text, Map<String, String> values) {
    return PLACE
        .matcher(text)
        .replaceAll(place -> {
          var value = values.get(place.group(1));
          if (value == null) {
            throw new IllegalArgumentException("A notice without its value " + place.group(1));
          }
          return Matcher.quoteReplacement(value);
        });
  }

  /** Paragraphs; one that consists of digits only is a code and stands out. */
  private static String html(String language, String body, String foot) {
    var paragraphs =
        Arrays.stream(body.split("\n\n"))
            .map(paragraph ->
                paragraph.matches("[0-9 ]+")
                    ? "<p style=\"font-size:28px;font-weight:bold;letter-spacing:4px\">"
                        + HtmlUtils.htmlEscape(paragraph)
                        + "</p>"
                    : "<p>" + HtmlUtils.htmlEscape(paragraph).replace("\n", "<br>") + "</p>")
            .collect(Collectors.joining("\n"));
    return """
    <!doctype html>
    <html lang="%s"><body style="font-family:sans-serif;font-size:16px;line-height:1.5;max-width:36em">
    %s
    <p style="color:#555;font-size:14px">%s</p>
    </body></html>
    """
        .formatted(language, paragraphs, HtmlUtils.htmlEscape(foot).replace("\n", "<br>"));
  }
}
