package ch.meinkonto.platform.upload;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Who looks for viruses.
 *
 * @param scanner where clamd listens on this machine: {@code unix:/path} or {@code
 *     tcp://localhost:3310}; empty when nobody looks
 * @param away what becomes of files while it does not answer
 */
@ConfigurationProperties("meinkonto.virus-scan")
record VirusScanSettings(@DefaultValue("") String scanner, @DefaultValue("refuse") Away away) {

  /** What becomes of a file that nobody could look at. */
  enum Away {
    REFUSE,
    TAKE
  }
}
