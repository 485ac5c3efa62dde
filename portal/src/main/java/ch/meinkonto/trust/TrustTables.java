package ch.meinkonto.trust;

import ch.meinkonto.platform.database.NarrowTable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * What the running portal may do with the log: write it on, and erase what entries say about a
 * person. It takes none away, and changes neither what one commits to nor what is signed.
 */
@Configuration(proxyBeanMethods = false)
class TrustTables {

  @Bean
  static NarrowTable entries() {
    return new NarrowTable(
        "trust_entry", "SELECT, INSERT, UPDATE (account_id, sequence, sealed, erased_with)");
  }

  @Bean
  static NarrowTable tiles() {
    return new NarrowTable("trust_tile", "SELECT, INSERT, UPDATE (hashes)");
  }

  @Bean
  static NarrowTable checkpoints() {
    return new NarrowTable("trust_checkpoint", "SELECT, INSERT");
  }
}
