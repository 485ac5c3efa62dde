package ch.meinkonto.mandate;

import ch.meinkonto.catalogue.Catalogue;
import ch.meinkonto.catalogue.Level;
import ch.meinkonto.catalogue.Service;
import ch.meinkonto.catalogue.ServiceId;
import ch.meinkonto.directory.Directory;
import ch.meinkonto.directory.Unit;
import ch.meinkonto.platform.web.Visitor;
import java.text.Collator;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.springframework.stereotype.Component;

/** The services that mandates can be for, as their files say. */
@Component
class CoveredServices {

  private final Catalogue catalogue;
  private final Directory directory;

  CoveredServices(Catalogue catalogue, Directory directory) {
    this.catalogue = catalogue;
    this.directory = directory;
  }

  /** The service, if mandates can be for it. */
  Optional<Service> find(ServiceId id) {
    return catalogue.find(id).filter(Service::byMandate);
  }

  /** Those that this visitor could use themselves as they are logged in, by unit. */
  List<ServiceGroup> groups(Visitor giver, Locale locale) {
    return directory.organisation().units().stream()
        .map(unit -> group(unit, giver, locale))
        .filter(group -> !group.services().isEmpty())
        .sorted(Comparator.comparing(ServiceGroup::unit, Collator.getInstance(locale)))
        .toList();
  }

  private ServiceGroup group(Unit unit, Visitor giver, Locale locale) {
    return new ServiceGroup(
        unit.name().in(locale),
        catalogue.of(unit.id(), locale).stream()
            .filter(usableBy(giver))
            .map(service -> Map.entry(service.id().value(), service.name(locale)))
            .toList());
  }

  /** Of what somebody chose, what they could use themselves. */
  List<ServiceId> chosen(List<String> ids, Visitor giver) {
    return catalogue.all(Locale.ROOT).stream()
        .filter(usableBy(giver))
        .map(Service::id)
        .filter(id -> ids.contains(id.value()))
        .toList();
  }

  /** What it is called; its id when the city no longer has it. */
  String name(ServiceId id, Locale locale) {
    return catalogue.find(id).map(service -> service.name(locale)).orElse(id.value());
  }

  private static Predicate<Service> usableBy(Visitor giver) {
    return service ->
        service.byMandate()
            && service.audience().admits(giver.business())
            && (service.level() != Level.TWO_FACTORS || giver.twoFactors());
  }
}
