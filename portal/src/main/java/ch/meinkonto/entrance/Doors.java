package ch.meinkonto.entrance;

import ch.meinkonto.platform.web.ServiceBehind;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Which addresses lead into a service: all below its page, and what modules tell of. */
@Component
class Doors {

  private static final String SERVICES = "/dienste/";

  private final List<ServiceBehind> others;

  Doors(List<ServiceBehind> others) {
    this.others = others;
  }

  /**
   * The service that a path leads into.
   *
   * @param path as Spring reads it: decoded, normalised
   */
  Optional<String> service(String path) {
    if (!path.startsWith(SERVICES)) {
      return others.stream().flatMap(one -> one.service(path).stream()).findFirst();
    }
    var end = path.indexOf('/', SERVICES.length());
    return end < 0 ? Optional.empty() : Optional.of(path.substring(SERVICES.length(), end));
  }
}
