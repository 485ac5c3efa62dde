package ch.meinkonto.journeys;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.http.converter.autoconfigure.HttpMessageConvertersAutoConfiguration;
import org.springframework.boot.tomcat.autoconfigure.servlet.TomcatServletWebServerAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.DispatcherServletAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.WebMvcAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.security.oauth2.client.endpoint.NimbusJwtClientAuthenticationParametersConverter;
import org.springframework.security.oauth2.client.endpoint.RestClientAuthorizationCodeTokenResponseClient;
import org.springframework.security.oauth2.client.oidc.web.logout.OidcClientInitiatedLogoutSuccessHandler;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistration.ClientSettings;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.registration.ClientRegistrations;
import org.springframework.security.oauth2.client.registration.InMemoryClientRegistrationRepository;
import org.springframework.security.oauth2.client.web.DefaultOAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestRedirectFilter;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** A unit's application on Spring Security's OAuth 2 client, with all that it does by itself. */
@Configuration(proxyBeanMethods = false)
@EnableWebSecurity
@Import(SpringRelyingParty.Home.class)
@ImportAutoConfiguration({
  TomcatServletWebServerAutoConfiguration.class,
  DispatcherServletAutoConfiguration.class,
  HttpMessageConvertersAutoConfiguration.class,
  WebMvcAutoConfiguration.class
})
class SpringRelyingParty {

  static final String BACK = "/login/oauth2/code/mein-konto";
  static final String ENDED = "/logout/connect/back-channel/mein-konto";

  private static final List<String> WISHES = List.of("acr_values", "max_age", "login_hint");

  /** Which application it is, and whose people sign in. */
  record Place(OwnApplication application, URI issuer) {}

  static ConfigurableApplicationContext start(OwnApplication application, URI issuer) {
    return new SpringApplicationBuilder(SpringRelyingParty.class)
        .web(WebApplicationType.SERVLET)
        .initializers((GenericApplicationContext context) ->
            context.registerBean(Place.class, () -> new Place(application, issuer)))
        .properties("spring.config.name=spring-relying-party", "server.port=0")
        .registerShutdownHook(false)
        .run();
  }

  /** Where it runs. */
  static URI home(ConfigurableApplicationContext started) {
    var port = started.getEnvironment().getRequiredProperty("local.server.port");
    return URI.create("http://localhost:" + port + "/");
  }

  @Bean
  ClientRegistrationRepository registrations(Place place) {
    return new InMemoryClientRegistrationRepository(
        ClientRegistrations.fromIssuerLocation(place.issuer().toString())
            .registrationId("mein-konto")
            .clientId(place.application().id())
            .clientAuthenticationMethod(ClientAuthenticationMethod.PRIVATE_KEY_JWT)
            .clientSettings(ClientSettings.builder().requireProofKey(true).build())
            .scope("openid", "profile", "email")
            .build());
  }

  @Bean
  SecurityFilterChain security(
      HttpSecurity http, ClientRegistrationRepository registrations, Place place) {
    var tokens = new RestClientAuthorizationCodeTokenResponseClient();
    tokens.addParametersConverter(
        new NimbusJwtClientAuthenticationParametersConverter<>(
            (ClientRegistration _) -> place.application().key()));
    var goodbye = new OidcClientInitiatedLogoutSuccessHandler(registrations);
    goodbye.setPostLogoutRedirectUri("{baseUrl}/");
    return http.authorizeHttpRequests(
            requests -> requests.requestMatchers("/").permitAll().anyRequest().authenticated())
        .oauth2Login(login ->
            login
                .defaultSuccessUrl("/", true)
                .authorizationEndpoint(
                    endpoint -> endpoint.authorizationRequestResolver(new Wishes(registrations)))
                .tokenEndpoint(endpoint -> endpoint.accessTokenResponseClient(tokens)))
        .oidcLogout(logout -> logout.backChannel(Customizer.withDefaults()))
        .logout(logout ->
            logout
                .logoutRequestMatcher(
                    PathPatternRequestMatcher.pathPattern(HttpMethod.GET, "/abmelden"))
                .logoutSuccessHandler(goodbye))
        .build();
  }

  /** What the address says besides goes along to the provider. */
  private static final class Wishes implements OAuth2AuthorizationRequestResolver {

    private final OAuth2AuthorizationRequestResolver usual;

    Wishes(ClientRegistrationRepository registrations) {
      this.usual =
          new DefaultOAuth2AuthorizationRequestResolver(
              registrations,
              OAuth2AuthorizationRequestRedirectFilter.DEFAULT_AUTHORIZATION_REQUEST_BASE_URI);
    }

    @Override
    public @Nullable OAuth2AuthorizationRequest resolve(HttpServletRequest request) {
      return with(request, usual.resolve(request));
    }

    @Override
    public @Nullable OAuth2AuthorizationRequest resolve(
        HttpServletRequest request, String registration) {
      return with(request, usual.resolve(request, registration));
    }

    private static @Nullable OAuth2AuthorizationRequest with(
        HttpServletRequest request, @Nullable OAuth2AuthorizationRequest begun) {
      if (begun == null) {
        return null;
      }
      var parameters = new LinkedHashMap<>(begun.getAdditionalParameters());
      for (var wish : WISHES) {
        var value = request.getParameter(wish);
        if (value != null) {
          parameters.put(wish, value);
        }
      }
      return OAuth2AuthorizationRequest.from(begun).additionalParameters(parameters).build();
    }
  }

  /** Says who is signed in. */
  @RestController
  static class Home {

    @GetMapping(path = "/", produces = MediaType.TEXT_PLAIN_VALUE)
    String who(@AuthenticationPrincipal @Nullable OidcUser guest) {
      return guest == null
          ? "niemand"
          : String.join(
              "\n",
              Map.of(
                      "sub", guest.getSubject(),
                      "name", String.valueOf(guest.getFullName()),
                      "email", String.valueOf(guest.getEmail()),
                      "acr", String.valueOf(guest.getAuthenticationContextClass()),
                      "amr", String.valueOf(guest.getAuthenticationMethods()))
                  .entrySet()
                  .stream()
                  .map(claim -> claim.getKey() + "=" + claim.getValue())
                  .toList());
    }
  }
}
