package ch.meinkonto.catalogue;

import ch.meinkonto.directory.City;
import ch.meinkonto.directory.CityPart;
import ch.meinkonto.directory.CityReading;
import ch.meinkonto.directory.Ids;
import ch.meinkonto.directory.Organisation;
import ch.meinkonto.directory.Slug;
import ch.meinkonto.directory.Unit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads {@code life-situations.yaml} and {@code services/*.yaml}. */
public final class OfferPart implements CityPart<Offer> {

  private static final String SERVICES = "services";

  @Override
  public Class<Offer> type() {
    return Offer.class;
  }

  @Override
  public Offer read(CityReading reading) {
    var situations = situations(reading);
    var services = new ArrayList<Service>();
    for (var file : reading.files(SERVICES, ".yaml")) {
      services.add(new ServiceFile(reading, file, situations.keySet()).read());
    }
    if (services.isEmpty()) {
      reading.findings().add(reading.folder().resolve(SERVICES), 1, "there is no service");
    }
    checkAliases(reading, services);
    return new Offer(
        services.stream().filter(service -> !rehearsed(reading, service)).toList(),
        services.stream().filter(service -> rehearsed(reading, service)).toList(),
        List.copyOf(situations.values()),
        often(reading, services));
  }

  private static boolean rehearsed(CityReading reading, Service service) {
    return reading.part(Organisation.class).unit(service.unit()).filter(Unit::test).isPresent();
  }

  private static Map<LifeSituationId, LifeSituation> situations(CityReading reading) {
    var root = reading.yaml("life-situations.yaml");
    root.allow("life-situations");
    var icons = Icons.names();
    var situations = new LinkedHashMap<LifeSituationId, LifeSituation>();
    for (var node : root.require("life-situations").items()) {
      node.allow("id", "icon", "name", "intro");
      var id = Ids.read(node.require("id"), LifeSituationId::new, "lebenslage");
      var icon = node.require("icon");
      if (icon.isScalar() && !icons.contains(icon.text())) {
        icon.finding(
            "there is no icon “" + icon.text() + "”; there are: " + String.join(", ", icons));
      }
      var situation =
          new LifeSituation(
              id,
              icon.text(),
              node.require("name").localized(reading.languages()),
              node.require("intro").localized(reading.languages()));
      if (situations.putIfAbsent(id, situation) != null) {
        node.finding("there is already a life situation “" + id + "”");
      }
    }
    return situations;
  }

  private static void checkAliases(CityReading reading, List<Service> services) {
    Set<ServiceId> taken = new HashSet<>();
    services.forEach(service -> taken.add(service.id()));
    for (var service : services) {
      for (var alias : service.aliases()) {
        if (!taken.add(alias)) {
          reading
              .yaml(SERVICES + "/" + service.id() + ".yaml")
              .at("aliases")
              .ifPresent(node -> node.finding("“" + alias + "” already leads to a service"));
        }
      }
    }
  }

  private static List<ServiceId> often(CityReading reading, List<Service> services) {
    var ids = new HashSet<ServiceId>();
    services.forEach(service -> ids.add(service.id()));
    var often = new ArrayList<ServiceId>();
    for (var text : reading.part(City.class).start().often()) {
      if (Slug.fits(text) && ids.contains(new ServiceId(text))) {
        often.add(new ServiceId(text));
      } else {
        reading
            .yaml("city.yaml")
            .at("start")
            .flatMap(start -> start.at("often"))
            .ifPresent(node -> node.finding("there is no service “" + text + "”"));
      }
    }
    return often;
  }
}
