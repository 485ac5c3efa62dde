package ch.meinkonto.sso;

import ch.meinkonto.platform.PortalSettings;
import ch.meinkonto.sso.AuthorizationRequest.Prompt;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads what an application asks for, and refuses what is not as the standards say. */
@Component
class AuthorizationRequests {

  /** No parameter is longer, and no state or nonce half as long. */
  private static final int LONGEST = 2_000;

  private static final Pattern CHALLENGE = Pattern.compile("[A-Za-z0-9_-]{43}");
  private static final Pattern SECONDS = Pattern.compile("\\d{1,8}");
  private static final Pattern VISIBLE = Pattern.compile("[ -~]{1,1000}");

  private final RegisteredApplications applications;
  private final IdTokenHints hints;
  private final PortalSettings settings;

  AuthorizationRequests(
      RegisteredApplications applications, IdTokenHints hints, PortalSettings settings) {
    this.applications = applications;
    this.hints = hints;
    this.settings = settings;
  }

  /** What came of reading. */
  sealed interface Reading {
    /** The application is told what it may do. */
    record Understood(AuthorizationRequest request) implements Reading {}

    /** The application is told what was wrong. */
    record Refused(Answer.Target target, SsoError error) implements Reading {}

    /** Nobody can be told: it is not known where an answer may be sent. */
    record Unanswerable() implements Reading {}
  }

  private static final class Wrong extends RuntimeException {
    private static final long serialVersionUID = 1;
    private final transient SsoError error;

    Wrong(SsoError error) {
      this.error = error;
    }
  }

  /**
   * Reads a request.
   *
   * @param parameters each once
   * @param begun when the application asked
   */
  Reading read(Map<String, String> parameters, Instant begun) {
    var application =
        Optional.ofNullable(parameters.get("client_id")).flatMap(applications::find).orElse(null);
    var redirectUri = parameters.get("redirect_uri");
    if (application == null
        || redirectUri == null
        || !Addresses.contain(application.redirectUris(), redirectUri, settings.demo())) {
      return new Reading.Unanswerable();
    }
    var state = parameters.get("state");
    var stateFits = state == null || VISIBLE.matcher(state).matches();
    var target = new Answer.Target(redirectUri, stateFits ? state : null);
    try {
      check(stateFits, "state is too long, or not ASCII");
      return new Reading.Understood(read(parameters, application, target, begun));
    } catch (Wrong e) {
      return new Reading.Refused(target, e.error);
    }
  }

  private AuthorizationRequest read(
      Map<String, String> parameters,
      Application application,
      Answer.Target target,
      Instant begun) {
    parameters.forEach(
        (name, value) -> check(value.length() <= LONGEST, "a parameter is too long"));
    refuse(parameters, "request", "request_not_supported");
    refuse(parameters, "request_uri", "request_uri_not_supported");
    refuse(parameters, "registration", "registration_not_supported");
    responseType(parameters);
    return new AuthorizationRequest(
        begun,
        application,
        target,
        scopes(parameters.get("scope"), application),
        nonce(parameters.get("nonce")),
        challenge(parameters),
        prompts(parameters.get("prompt")),
        age(parameters.get("max_age")),
        levels(parameters.get("acr_values")),
        claims(parameters.get("claims"), application),
        hint(parameters.get("id_token_hint"), application));
  }

  private static void refuse(Map<String, String> parameters, String name, String code) {
    if (parameters.containsKey(name)) {
      throw new Wrong(new SsoError(code, null));
    }
  }

  private static void responseType(Map<String, String> parameters) {
    var type = parameters.get("response_type");
    check(type != null, "response_type is missing");
    if (!"code".equals(type)) {
      throw new Wrong(new SsoError("unsupported_response_type", "only code"));
    }
    var mode = parameters.get("response_mode");
    check(mode == null || mode.equals("query"), "the only response_mode is query");
  }

  /**
   * What nobody knows is passed over (OpenID Connect Core §3.1.2.1); what is not allowed is not.
   */
  private static Set<String> scopes(@Nullable String text, Application application) {
    var asked = new LinkedHashSet<>(words(text));
    if (!asked.contains("openid")) {
      throw new Wrong(new SsoError("invalid_scope", "openid is missing"));
    }
    asked.removeIf(scope -> !scope.equals("openid") && Detail.ofScope(scope).isEmpty());
    for (var scope : asked) {
      if (Detail.ofScope(scope)
          .filter(detail -> !application.details().contains(detail))
          .isPresent()) {
        throw new Wrong(new SsoError("invalid_scope", scope + " is not registered"));
      }
    }
    return asked;
  }

  private static @Nullable String nonce(@Nullable String nonce) {
    check(nonce == null || VISIBLE.matcher(nonce).matches(), "nonce is too long, or not ASCII");
    return nonce;
  }

  private static String challenge(Map<String, String> parameters) {
    var challenge = parameters.get("code_challenge");
    if (challenge == null || !CHALLENGE.matcher(challenge).matches()) {
      throw new Wrong(SsoError.invalid("code_challenge is missing or malformed"));
    }
    check(
        "S256".equals(parameters.get("code_challenge_method")),
        "the only code_challenge_method is S256");
    return challenge;
  }

  private static Set<Prompt> prompts(@Nullable String text) {
    var prompts = EnumSet.noneOf(Prompt.class);
    for (var word : words(text)) {
      try {
        prompts.add(Prompt.valueOf(word.toUpperCase(Locale.ROOT)));
      } catch (IllegalArgumentException e) {
        throw new Wrong(SsoError.invalid("prompt is none, login, consent or select_account"));
      }
    }
    check(!prompts.contains(Prompt.NONE) || prompts.size() == 1, "prompt none stands alone");
    return prompts;
  }

  private static @Nullable Duration age(@Nullable String seconds) {
    check(seconds == null || SECONDS.matcher(seconds).matches(), "max_age is a number of seconds");
    return seconds == null ? null : Duration.ofSeconds(Long.parseLong(seconds));
  }

  private static List<Acr> levels(@Nullable String text) {
    var levels = new ArrayList<Acr>();
    words(text).forEach(value -> Acr.ofValue(value).ifPresent(levels::add));
    return levels;
  }

  private static ClaimsWish claims(@Nullable String text, Application application) {
    return text == null
        ? ClaimsWish.NOTHING
        : ClaimsWish.read(text, application.details())
            .orElseThrow(() -> new Wrong(SsoError.invalid("claims is not as it should be")));
  }

  private @Nullable String hint(@Nullable String token, Application application) {
    return token == null
        ? null
        : hints
            .read(token)
            .filter(hint -> hint.client().equals(application.id()))
            .map(IdTokenHints.Hint::subject)
            .orElseThrow(() -> new Wrong(SsoError.invalid("id_token_hint is not ours")));
  }

  private static List<String> words(@Nullable String text) {
    return text == null || text.isBlank() ? List.of() : List.of(text.strip().split(" +"));
  }

  private static void check(boolean fulfilled, String otherwise) {
    if (!fulfilled) {
      throw new Wrong(SsoError.invalid(otherwise));
    }
  }
}
