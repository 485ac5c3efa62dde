package ch.meinkonto.platform.upload;

import ch.meinkonto.platform.upload.VirusScanSettings.Away;
import java.io.IOException;
import java.util.Optional;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Lets ClamAV look at each file that comes in, from residents and from units (OWASP ASVS 5.0,
 * 5.4.3). A file that it could not look at is not taken, unless the operator wants it otherwise.
 */
@Component
public class VirusScanner {

  private static final Logger LOG = LoggerFactory.getLogger(VirusScanner.class);
  private static final String CLEAN = "stream: OK";
  private static final String FOUND = " FOUND";

  /** With {@code AlertExceedsMax}, and of a stream that is too long: clamd.conf(5). */
  private static final Pattern TOO_MUCH =
      Pattern.compile("Heuristics\\.Limits\\.Exceeded|size limit exceeded");

  private final Optional<Clamd> clamd;
  private final Away away;

  VirusScanner(VirusScanSettings settings) {
    this.clamd =
        settings.scanner().isBlank() ? Optional.empty() : Optional.of(Clamd.at(settings.scanner()));
    this.away = settings.away();
  }

  /** What came of it. */
  public enum Finding {
    CLEAN,
    INFECTED,
    NOT_SCANNED;

    /** The rule that the file breaks, if any. */
    public Optional<String> rule() {
      return switch (this) {
        case CLEAN -> Optional.empty();
        case INFECTED -> Optional.of("infected-file");
        case NOT_SCANNED -> Optional.of("unscanned-file");
      };
    }
  }

  /** Looks at a file; never in a transaction. */
  public Finding look(Content content) {
    return clamd.map(daemon -> look(daemon, content)).orElse(Finding.CLEAN);
  }

  private Finding look(Clamd daemon, Content content) {
    try {
      var answer = daemon.scan(content);
      if (answer.equals(CLEAN)) {
        return Finding.CLEAN;
      }
      if (TOO_MUCH.matcher(answer).find()) {
        return notScanned(
            "it says "
                + answer
                + ": raise StreamMaxLength, MaxFileSize and MaxScanSize in clamd.conf");
      }
      if (answer.endsWith(FOUND)) {
        LOG.warn("A file was refused: {}", answer);
        return Finding.INFECTED;
      }
      return notScanned("it says " + answer);
    } catch (IOException e) {
      return notScanned(e.toString());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return notScanned("interrupted");
    }
  }

  private Finding notScanned(String why) {
    var taken = away == Away.TAKE;
    LOG.error(
        "The virus scanner did not look at a file, which was {} ({})",
        taken ? "taken" : "refused",
        why);
    return taken ? Finding.CLEAN : Finding.NOT_SCANNED;
  }
}
