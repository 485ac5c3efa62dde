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
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.transaction.support.TransactionTemplate;

@PortalTest
class WritesTest {

  @Autowired Writes writes;
  @Autowired JdbcClient jdbc;
  @Autowired PlatformTransactionManager manager;
  @Autowired TransactionOperations transaction;

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

  @Test
  void whatIsLeftIsWrittenWhenTheTransactionCommits() {
    transaction.executeWithoutResult(_ -> {
      writes.beforeCommit(limit(one));
      writes.beforeCommit(limit(other));
      assertThat(limits()).isZero();
    });

    assertThat(limits()).isEqualTo(2);
  }

  @Test
  void whatIsLeftIsWrittenEarlierForWhoLooksForIt() {
    transaction.executeWithoutResult(_ -> {
      writes.beforeCommit(limit(one));
      writes.now();
      assertThat(limits()).isOne();
      writes.beforeCommit(limit(other));
    });

    assertThat(limits()).isEqualTo(2);
  }

  @Test
  void whatIsLeftGoesWithItsOwnTransaction() {
    transaction.executeWithoutResult(outer -> {
      writes.beforeCommit(limit(one));
      anew().executeWithoutResult(_ -> writes.beforeCommit(limit(other)));
      assertThat(limits()).isOne();
      outer.setRollbackOnly();
    });

    assertThat(limits()).isOne();
  }

  @Test
  void nothingOfTheTransactionStaysWhenWhatIsLeftFails() {
    writes.beforeCommit(limit(one)); // at once: there is no transaction

    assertThatThrownBy(() ->
            transaction.executeWithoutResult(_ -> {
              limit(other).by(jdbc);
              writes.beforeCommit(limit(one));
            }))
        .isInstanceOf(DuplicateKeyException.class);
    assertThat(limits()).isOne();
  }

  private TransactionTemplate anew() {
    var anew = new TransactionTemplate(manager);
    anew.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    return anew;
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
