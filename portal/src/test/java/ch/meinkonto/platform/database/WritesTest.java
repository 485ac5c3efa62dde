package ch.meinkonto.platform.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ch.meinkonto.testing.PortalTest;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;

@PortalTest
class WritesTest {

  @Autowired Writes writes;
  @Autowired JdbcClient jdbc;

  private final String one = UUID.randomUUID().toString();
  private final String other = UUID.randomUUID().toString();

  @Test
  void allOfThemAreWritten() {
    writes.together(List.of(limit(one), limit(other)));

    assertThat(limits()).isEqualTo(2);
  }

  @Test
  void noneIsWrittenWhenOneFails() {
    assertThatThrownBy(() -> writes.together(List.of(limit(one), limit(other), limit(one))))
        .isInstanceOf(DuplicateKeyException.class);

    assertThat(limits()).isZero();
  }

  /** The driver sends what it was given often under a name that the server keeps. */
  @Test
  void noneIsWrittenHoweverOftenItWentWellBefore() {
    for (var times = 0; times < 20; times++) {
      writes.together(List.of(limit(UUID.randomUUID().toString()), limit("" + UUID.randomUUID())));
    }

    assertThatThrownBy(() -> writes.together(List.of(limit(one), limit(one))))
        .isInstanceOf(DuplicateKeyException.class);
    assertThat(limits()).isZero();
  }

  private static Write limit(String id) {
    return new Write(
        "INSERT INTO platform_rate_limit (id, full_at) VALUES (?, ?)", List.of(id, 0L));
  }

  private int limits() {
    return jdbc.sql("SELECT count(*) FROM platform_rate_limit WHERE id IN (?, ?)")
        .params(one, other)
        .query(Integer.class)
        .single();
  }
}
