package ch.meinkonto.connector.worklist.web;

import ch.meinkonto.connector.ConnectorSettings;
import ch.meinkonto.connector.worklist.Worklist;
import jakarta.servlet.MultipartConfigElement;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Executors;
import org.apache.catalina.session.StandardManager;
import org.apache.catalina.valves.ErrorReportValve;
import org.apache.catalina.valves.RemoteIpValve;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.error.ErrorPage;
import org.springframework.boot.web.server.Cookie.SameSite;
import org.springframework.boot.web.server.servlet.Session;
import org.springframework.boot.web.servlet.DelegatingFilterProxyRegistrationBean;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.boot.webmvc.autoconfigure.DispatcherServletRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.filter.CharacterEncodingFilter;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.multipart.support.StandardServletMultipartResolver;
import org.springframework.web.servlet.DispatcherServlet;
import org.springframework.web.servlet.config.annotation.EnableWebMvc;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** A small web server, and nothing in it that the pages do not need. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnWebApplication
@EnableWebMvc
@ComponentScan
class WebConfiguration implements WebMvcConfigurer {

  static final Duration IDLE = Duration.ofMinutes(30);

  private static final int LARGEST_FORM = 256 * 1024;
  private static final long LARGEST_UPLOAD = Worklist.LARGEST_TOGETHER + LARGEST_FORM;
  private static final int MOST_CONNECTIONS = 200;
  private static final int MOST_SESSIONS = 10_000;
  private static final String PROXY_ON_THIS_MACHINE = "127\\.0\\.0\\.1|::1|0:0:0:0:0:0:0:1";

  private final Visits visits;

  WebConfiguration(Visits visits) {
    this.visits = visits;
  }

  @Bean
  static TomcatServletWebServerFactory server(ConnectorSettings settings)
      throws UnknownHostException {
    var factory = new TomcatServletWebServerFactory(settings.worklistPort());
    factory.setAddress(InetAddress.getByName(settings.worklistAddress()));
    factory.setRegisterDefaultServlet(false);
    factory.addErrorPages(new ErrorPage("/fehler"));
    factory.addEngineValves(proxy());
    factory.addProtocolHandlerCustomizers(protocol ->
        protocol.setExecutor(
            Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("worklist-", 0).factory())));
    factory.addConnectorCustomizers(connector -> {
      connector.setMaxPostSize(LARGEST_FORM);
      connector.setProperty("maxConnections", String.valueOf(MOST_CONNECTIONS));
      connector.setProperty("server", "");
    });
    factory.addContextCustomizers(context -> {
      // The form of the login begins one: whoever begins many keeps nobody from working.
      var sessions = new StandardManager();
      sessions.setMaxActiveSessions(MOST_SESSIONS);
      context.setManager(sessions);
      var quiet = new ErrorReportValve();
      quiet.setShowReport(false);
      quiet.setShowServerInfo(false);
      context.getParent().getPipeline().addValve(quiet);
    });
    factory.getSettings().setSession(session(settings));
    return factory;
  }

  private static Session session(ConnectorSettings settings) {
    var session = new Session();
    session.setTimeout(IDLE);
    session.setTrackingModes(Set.of(Session.SessionTrackingMode.COOKIE));
    session.getCookie().setName("sitzung");
    session.getCookie().setHttpOnly(true);
    session.getCookie().setSameSite(SameSite.STRICT);
    session.getCookie().setSecure(isHttps(settings));
    return session;
  }

  static boolean isHttps(ConnectorSettings settings) {
    return settings.worklistUrl().filter(url -> "https".equals(url.getScheme())).isPresent();
  }

  /** A proxy on this machine says who is behind it; nobody else is believed. */
  private static RemoteIpValve proxy() {
    var valve = new RemoteIpValve();
    valve.setInternalProxies(PROXY_ON_THIS_MACHINE);
    valve.setProtocolHeader("X-Forwarded-Proto");
    return valve;
  }

  @Bean
  static DispatcherServlet dispatcherServlet() {
    return new DispatcherServlet();
  }

  @Bean
  static DispatcherServletRegistrationBean dispatcher(DispatcherServlet servlet) {
    var registration = new DispatcherServletRegistrationBean(servlet, "/");
    // everything stays in memory: no content in files of the server's
    registration.setMultipartConfig(
        new MultipartConfigElement("", LARGEST_UPLOAD, LARGEST_UPLOAD, (int) LARGEST_UPLOAD + 1));
    return registration;
  }

  @Bean
  static StandardServletMultipartResolver multipartResolver() {
    return new StandardServletMultipartResolver();
  }

  @Bean
  static FilterRegistrationBean<CharacterEncodingFilter> encoding() {
    var registration =
        new FilterRegistrationBean<>(
            new CharacterEncodingFilter(StandardCharsets.UTF_8.name(), true, false));
    registration.setOrder(-300);
    return registration;
  }

  @Bean
  static FilterRegistrationBean<UploadGate> uploadGate() {
    var registration = new FilterRegistrationBean<>(new UploadGate());
    registration.setOrder(-200);
    return registration;
  }

  @Bean
  static DelegatingFilterProxyRegistrationBean guard() {
    var registration = new DelegatingFilterProxyRegistrationBean("springSecurityFilterChain");
    registration.setOrder(-100);
    return registration;
  }

  @Override
  public void addResourceHandlers(ResourceHandlerRegistry registry) {
    registry
        .addResourceHandler("/assets/**")
        .addResourceLocations("classpath:/worklist/")
        .setCachePeriod((int) Duration.ofHours(1).toSeconds());
  }

  @Override
  public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
    resolvers.add(visits);
  }
}
