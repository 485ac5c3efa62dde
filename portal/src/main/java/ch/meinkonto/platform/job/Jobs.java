package ch.meinkonto.platform.job;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import javax.sql.DataSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;

/**
 * Timed work (db-scheduler). A module contributes its tasks as beans; scheduling one happens in the
 * caller's transaction, so that work exists exactly when what caused it does.
 */
@Configuration(proxyBeanMethods = false)
class Jobs {

  @Bean(destroyMethod = "stop")
  Scheduler scheduler(
      DataSource dataSource, List<Task<?>> tasks, List<RecurringTask<?>> recurring, Clock clock) {
    var onDemand = tasks.stream().filter(task -> !(task instanceof RecurringTask<?>)).toList();
    return Scheduler.create(new TransactionAwareDataSourceProxy(dataSource), onDemand)
        .startTasks(recurring)
        .executorService(
            Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("job-", 0).factory()))
        .threads(10)
        .pollingInterval(Duration.ofSeconds(1))
        .clock(clock::instant)
        .shutdownMaxWait(Duration.ofSeconds(5))
        .build();
  }
}
