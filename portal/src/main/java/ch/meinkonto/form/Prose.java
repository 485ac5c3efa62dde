package ch.meinkonto.form;

import ch.meinkonto.directory.Markdown;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.springframework.web.util.HtmlUtils;

/** Texts of a service’s file as HTML, with values in them that are never taken for markup. */
final class Prose {

  /** Holds the places of values: characters that no answer can contain (see {@link Typed}). */
  static final class Values {

    private final List<String> values = new ArrayList<>();

    String place(String value) {
      values.add(value);
      return "\uE000" + (values.size() - 1) + "\uE001";
    }
  }

  private Prose() {}

  static String html(Function<Values, String> text) {
    var values = new Values();
    var html = Markdown.html(text.apply(values));
    for (var i = 0; i < values.values.size(); i++) {
      var value = HtmlUtils.htmlEscape(values.values.get(i), "UTF-8").replace("\n", ", ");
      html = html.replace("\uE000" + i + "\uE001", value);
    }
    return html;
  }
}
