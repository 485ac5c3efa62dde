package ch.meinkonto.operations;

import ch.meinkonto.platform.database.NarrowTable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The running portal writes the audit on; it changes and takes away nothing. */
@Configuration(proxyBeanMethods = false)
class OperationsTables {

  @Bean
  static NarrowTable audit() {
    return new NarrowTable("operations_audit", "SELECT, INSERT");
  }
}
