package ch.meinkonto.login;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ch.meinkonto.platform.database.Write;
import ch.meinkonto.testing.PortalTest;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.session.Session;

/** What goes with a session, as the entry in the trust log goes with a login. */
@PortalTest
class SessionAlongTest {

  @Autowired CalmSessions<?> sessions;
  @Autowired JdbcClient jdbc;

  private final String mark = UUID.randomUUID().toString();
  private final Write fine =
      new Write("INSERT INTO platform_rate_limit (id, full_at) VALUES (?, 0)", List.of(mark));

  @Test
  void isWrittenWithANewSession() {
    var id = begin(sessions, List.of(fine));

    assertThat(sessions.findById(id)).isNotNull();
    assertThat(written()).isTrue();
  }

  @Test
  void isWrittenOnceHoweverOftenTheRequestSaves() {
    saveTwice(sessions);

    assertThat(written()).isTrue();
  }

  @Test
  void withoutItNoSessionBegins() {
    assertThatThrownBy(() -> begin(sessions, List.of(fine, fine)))
        .isInstanceOf(DuplicateKeyException.class);

    assertThat(written()).isFalse();
    assertThat(
            jdbc.sql("SELECT count(*) FROM spring_session_attributes WHERE attribute_name = ?")
                .param(mark)
                .query(Integer.class)
                .single())
        .isZero();
  }

  @Test
  void withoutItASessionStaysAsItWas() {
    var id = begin(sessions, List.of());

    assertThatThrownBy(() -> change(sessions, id, List.of(fine, fine)))
        .isInstanceOf(DuplicateKeyException.class);

    var session = Objects.requireNonNull(sessions.findById(id));
    assertThat(session.<String>getAttribute(mark)).isEqualTo("begun");
    assertThat(written()).isFalse();
  }

  @Test
  void isWrittenWithASessionThatChanges() {
    var id = begin(sessions, List.of());
    change(sessions, id, List.of(fine));

    var session = Objects.requireNonNull(sessions.findById(id));
    assertThat(session.<String>getAttribute(mark)).isEqualTo("changed");
    assertThat(written()).isTrue();
  }

  private <S extends Session> String begin(CalmSessions<S> all, List<Write> along) {
    var session = all.createSession();
    session.setAttribute(mark, "begun");
    session.setAttribute(CalmSession.ALONG, new CalmSession.Along(along));
    all.save(session);
    return session.getId();
  }

  private <S extends Session> void saveTwice(CalmSessions<S> all) {
    var session = all.createSession();
    session.setAttribute(CalmSession.ALONG, new CalmSession.Along(List.of(fine)));
    all.save(session);
    assertThat(session.getAttributeNames()).isEmpty();
    session.setAttribute("seen", "page");
    all.save(session);
    assertThat(Objects.requireNonNull(all.findById(session.getId())).<String>getAttribute("seen"))
        .isEqualTo("page");
  }

  private <S extends Session> void change(CalmSessions<S> all, String id, List<Write> along) {
    var session = Objects.requireNonNull(all.findById(id));
    session.setAttribute(mark, "changed");
    session.setAttribute(CalmSession.ALONG, new CalmSession.Along(along));
    all.save(session);
  }

  private boolean written() {
    return jdbc.sql("SELECT EXISTS (SELECT FROM platform_rate_limit WHERE id = ?)")
        .param(mark)
        .query(Boolean.class)
        .single();
  }
}
