package ch.meinkonto.platform.web;

import java.io.IOException;
import java.util.Arrays;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.context.support.ReloadableResourceBundleMessageSource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/**
 * The portal's own texts: one file a module and language, {@code
 * texts/<module>_<language>.properties}, in UTF-8. What a city says about its services is not here
 * but in the city's folder.
 */
@Component
public class Texts {

  private final MessageSource messages;

  Texts() throws IOException {
    var source = new ReloadableResourceBundleMessageSource();
    source.setBasenames(basenames());
    source.setDefaultEncoding("UTF-8");
    source.setFallbackToSystemLocale(false);
    source.setDefaultLocale(Locale.GERMAN);
    this.messages = source;
  }

  /**
   * The text under a key, its {@code {0}} filled in.
   *
   * @throws org.springframework.context.NoSuchMessageException when no file has the key: a bug
   */
  public String text(Locale locale, String key, Object... arguments) {
    return messages.getMessage(key, arguments.length == 0 ? null : arguments, locale);
  }

  private static String[] basenames() throws IOException {
    var german =
        new PathMatchingResourcePatternResolver().getResources("classpath*:texts/*_de.properties");
    return Arrays.stream(german)
        .map(Resource::getFilename)
        .map(name -> "classpath:texts/" + name.substring(0, name.indexOf("_de.properties")))
        .sorted()
        .toArray(String[]::new);
  }
}
