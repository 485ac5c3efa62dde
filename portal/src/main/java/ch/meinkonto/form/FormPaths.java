package ch.meinkonto.form;

import ch.meinkonto.platform.web.PublicPaths;
import java.util.List;
import org.springframework.stereotype.Component;

/** Whoever wants may begin without an account; the login is asked for when it is sent. */
@Component
class FormPaths implements PublicPaths {

  @Override
  public List<String> patterns() {
    return List.of("/dienste/*/antrag", "/antrag/**", "/schemas/**");
  }
}
