package ch.meinkonto.platform.web;

import gg.jte.TemplateEngine;
import gg.jte.output.Utf8ByteOutput;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.ViewResolver;
import org.springframework.web.servlet.view.UrlBasedViewResolver;

/**
 * Shows {@code jte/<name>.jte} for the view name {@code <name>}. A page is rendered whole before
 * its first byte leaves. Its name keeps Spring Boot from asking all resolvers about every page, to
 * then choose by media type.
 */
@Component("viewResolver")
class JteViews implements ViewResolver, Ordered {

  private final TemplateEngine templates;

  JteViews(TemplateEngine templates) {
    this.templates = templates;
  }

  @Override
  public int getOrder() {
    return Ordered.HIGHEST_PRECEDENCE + 100;
  }

  @Override
  public @Nullable View resolveViewName(String name, Locale locale) {
    // engines look for an unknown template among all classes, each time
    if (name.startsWith(UrlBasedViewResolver.REDIRECT_URL_PREFIX)) {
      return null;
    }
    var template = name + ".jte";
    return templates.hasTemplate(template) ? new JteView(template) : null;
  }

  private final class JteView implements View {

    private final String template;

    JteView(String template) {
      this.template = template;
    }

    @Override
    public String getContentType() {
      return "text/html;charset=UTF-8";
    }

    @Override
    public void render(
        @Nullable Map<String, ?> model, HttpServletRequest request, HttpServletResponse response)
        throws Exception {
      var output = new Utf8ByteOutput();
      templates.render(template, parameters(model), output);
      response.setContentType(getContentType());
      response.setContentLength(output.getContentLength());
      output.writeTo(response.getOutputStream());
    }

    /** The model also carries Spring's own entries; a template takes only what it declares. */
    private Map<String, Object> parameters(@Nullable Map<String, ?> model) {
      var wanted = templates.getParamInfo(template).keySet();
      var parameters = new java.util.HashMap<String, Object>();
      if (model != null) {
        model.forEach((key, value) -> {
          if (wanted.contains(key)) {
            parameters.put(key, value);
          }
        });
      }
      return parameters;
    }
  }
}
