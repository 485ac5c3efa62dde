package ch.meinkonto.platform;

import static org.assertj.core.api.Assertions.assertThat;

import ch.meinkonto.testing.LongTime;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** All that has a time is done in its time. */
class TimedWorkTest {

  private static final Pattern ROW = Pattern.compile("(?m)^\\| `([a-z-]+)` \\| \\d+ (s|min|h) \\|");

  @Test
  void whatOperatorsReadIsWhatRuns() throws IOException {
    var documented =
        ROW.matcher(Files.readString(Path.of("../docs/operations.md")))
            .results()
            .map(row -> row.group(1))
            .toList();

    assertThat(scheduled()).containsExactlyInAnyOrderElementsOf(documented);
  }

  @Test
  void everyRecurringTaskIsScheduledAndRuns() {
    var tasks = LongTime.portal().beans(RecurringTask.class);
    assertThat(tasks).hasSizeGreaterThan(6);

    assertThat(scheduled())
        .containsExactlyInAnyOrderElementsOf(tasks.stream().map(task -> task.getName()).toList());
    scheduled().forEach(LongTime::run);
  }

  private static List<String> scheduled() {
    return LongTime.bean(JdbcClient.class)
        .sql("SELECT task_name FROM scheduled_tasks WHERE task_instance = 'recurring'")
        .query(String.class)
        .list();
  }
}
