package ch.meinkonto.sso;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** All applications of the city's units, in the order of its file. */
final class Applications {

  private final Map<String, Application> byId = new LinkedHashMap<>();

  Applications(List<Application> applications) {
    applications.forEach(application -> byId.putIfAbsent(application.id(), application));
  }

  Optional<Application> find(String id) {
    return Optional.ofNullable(byId.get(id));
  }
}
