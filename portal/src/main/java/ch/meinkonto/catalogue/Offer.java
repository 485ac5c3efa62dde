package ch.meinkonto.catalogue;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** All services and life situations of the city at one moment. */
public final class Offer {

  private final Map<ServiceId, Service> services = new LinkedHashMap<>();
  private final Map<ServiceId, Service> aliases = new HashMap<>();
  private final Map<LifeSituationId, LifeSituation> situations = new LinkedHashMap<>();
  private final Map<LifeSituationId, List<Service>> bySituation = new HashMap<>();
  private final List<Service> often = new ArrayList<>();
  private final List<Service> rehearsed;

  /** {@code rehearsed} are the services of units that only try out their systems. */
  Offer(
      List<Service> services,
      List<Service> rehearsed,
      List<LifeSituation> situations,
      List<ServiceId> often) {
    this.rehearsed = List.copyOf(rehearsed);
    situations.forEach(situation -> this.situations.putIfAbsent(situation.id(), situation));
    services.forEach(service -> {
      this.services.putIfAbsent(service.id(), service);
      service.aliases().forEach(alias -> aliases.putIfAbsent(alias, service));
      service
          .situations()
          .forEach(id -> bySituation.computeIfAbsent(id, any -> new ArrayList<>()).add(service));
    });
    bySituation.replaceAll((id, found) -> mostFittingFirst(id, found));
    often.forEach(id -> find(id).ifPresent(this.often::add));
  }

  private static List<Service> mostFittingFirst(LifeSituationId id, List<Service> found) {
    return found.stream()
        .sorted(java.util.Comparator.comparingInt(service -> service.situations().indexOf(id)))
        .toList();
  }

  /** All services, in no order that means anything. */
  public List<Service> services() {
    return List.copyOf(services.values());
  }

  /** Services that nobody finds, because their units only try out their systems. */
  public List<Service> rehearsed() {
    return rehearsed;
  }

  /** A service by the id it has now. */
  public Optional<Service> find(ServiceId id) {
    return Optional.ofNullable(services.get(id));
  }

  /** The service that had this id before. */
  public Optional<Service> renamed(ServiceId oldId) {
    return Optional.ofNullable(aliases.get(oldId));
  }

  /** The life situations in the city’s order, without those that nothing is offered for. */
  public List<LifeSituation> situations() {
    return situations.values().stream()
        .filter(situation -> bySituation.containsKey(situation.id()))
        .toList();
  }

  /** A life situation, also one that nothing is offered for. */
  public Optional<LifeSituation> situation(LifeSituationId id) {
    return Optional.ofNullable(situations.get(id));
  }

  /** The services of a life situation, those first for which it is the main one. */
  public List<Service> in(LifeSituationId situation) {
    return bySituation.getOrDefault(situation, List.of());
  }

  /** What people look for most, as the city lists it. */
  public List<Service> often() {
    return List.copyOf(often);
  }
}
