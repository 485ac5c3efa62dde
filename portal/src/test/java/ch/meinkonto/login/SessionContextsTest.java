package ch.meinkonto.login;

import static org.assertj.core.api.Assertions.assertThat;

import ch.meinkonto.account.AccountId;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.core.context.SecurityContextHolder;

/** What one portal writes into a session, another of an older or newer version reads. */
class SessionContextsTest {

  private static final AccountId MAYA = new AccountId(UUID.randomUUID());
  private static final Instant NOW = Instant.parse("2026-11-24T10:00:00Z");

  private final SessionContexts contexts = new SessionContexts(Clock.fixed(NOW, ZoneOffset.UTC));

  @Test
  void whatProvedItAndWhenComesBackAsItWas() {
    var request = new MockHttpServletRequest();
    var before =
        new LoggedIn(
            MAYA,
            NOW.minusSeconds(600),
            List.of(
                new Proof(Factor.PASSWORD, NOW.minusSeconds(600)),
                new Proof(Factor.PASSKEY, NOW.minusSeconds(5))));
    var context = SecurityContextHolder.createEmptyContext();
    context.setAuthentication(before);
    contexts.saveContext(context, request, new MockHttpServletResponse());

    var after = read(request);

    assertThat(after.account()).isEqualTo(MAYA);
    assertThat(after.since()).isEqualTo(before.since());
    assertThat(after.proofs()).isEqualTo(before.proofs());
    assertThat(after.twoFactors()).isTrue();
    assertThat(after.provedAt()).isEqualTo(NOW.minusSeconds(5));
    assertThat(after.getAuthorities()).hasSize(2);
  }

  @Test
  void whatAnOlderPortalWroteWasAPassword() {
    var after = read(session(MAYA + " " + NOW.minusSeconds(60).toEpochMilli()));

    assertThat(after.proofs()).containsExactly(new Proof(Factor.PASSWORD, NOW.minusSeconds(60)));
    assertThat(after.twoFactors()).isFalse();
  }

  @Test
  void aFactorThatOnlyANewerPortalKnowsProvesNothing() {
    var then = NOW.minusSeconds(60).toEpochMilli();

    var after = read(session("%s %d pwd:%d face:%d".formatted(MAYA, then, then, then)));

    assertThat(after.proofs()).containsExactly(new Proof(Factor.PASSWORD, NOW.minusSeconds(60)));
  }

  private LoggedIn read(MockHttpServletRequest request) {
    var context = contexts.loadDeferredContext(request).get();
    return (LoggedIn) Objects.requireNonNull(context.getAuthentication());
  }

  private static MockHttpServletRequest session(String login) {
    var request = new MockHttpServletRequest();
    request.getSession().setAttribute("login", login);
    return request;
  }
}
