package ch.meinkonto.platform.web;

import ch.meinkonto.platform.PortalSettings;
import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import java.util.List;
import java.util.Locale;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.session.autoconfigure.DefaultCookieSerializerCustomizer;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.multipart.support.StandardServletMultipartResolver;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.i18n.LocaleChangeInterceptor;

@Configuration(proxyBeanMethods = false)
class WebConfiguration {

  static final String LANGUAGE_PARAMETER = "sprache";

  @Bean
  TemplateEngine templateEngine() {
    return TemplateEngine.createPrecompiled(ContentType.Html);
  }

  /** Cookies stay on TLS and addresses begin with https, whatever the proxy says or forgets. */
  @Bean
  WebServerFactoryCustomizer<TomcatServletWebServerFactory> behindTls(PortalSettings settings) {
    return factory ->
        factory.addConnectorCustomizers(connector -> {
          connector.setSecure(settings.tls());
          connector.setScheme(settings.tls() ? "https" : "http");
        });
  }

  @Bean
  Languages languages(ObjectProvider<Site> site) {
    var found = Found.once(site);
    return () -> found.get().map(Site::languages).orElse(List.of(Locale.GERMAN, Locale.ENGLISH));
  }

  @Bean
  LocaleResolver localeResolver(Languages languages, PortalSettings settings) {
    return new LanguageChoice(languages, settings.tls());
  }

  /** Forms with files, as {@code platform.upload} reads them: the server itself never does. */
  @Bean
  StandardServletMultipartResolver multipartResolver() {
    var resolver = new StandardServletMultipartResolver();
    resolver.setStrictServletCompliance(true);
    return resolver;
  }

  @Bean
  DefaultCookieSerializerCustomizer sessionCookie(PortalSettings settings) {
    return cookie -> cookie.setCookieName(CookieNames.of("mk-session", "/", settings.tls()));
  }

  @Bean
  WebMvcConfigurer pageFrame(ObjectProvider<Visitors> visitors, EasyLanguage easy) {
    return new WebMvcConfigurer() {
      @Override
      public void addInterceptors(InterceptorRegistry registry) {
        var change = new LocaleChangeInterceptor();
        change.setParamName(LANGUAGE_PARAMETER);
        change.setIgnoreInvalidLocale(true);
        // A form may ask for a language, too: its field must not turn the pages around.
        change.setHttpMethods("GET");
        registry.addInterceptor(change);
        registry.addInterceptor(easy);
      }

      @Override
      public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(new VisitorArgument(visitors));
      }
    };
  }
}
