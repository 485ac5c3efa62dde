package ch.meinkonto.form;

import ch.meinkonto.catalogue.Offer;
import ch.meinkonto.catalogue.Service;
import ch.meinkonto.catalogue.ServiceId;
import ch.meinkonto.directory.CityPart;
import ch.meinkonto.directory.CityReading;
import ch.meinkonto.directory.Organisation;
import ch.meinkonto.platform.yaml.YamlNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads the forms of the services: the part of {@code services/*.yaml} that the catalogue leaves.
 */
public final class FormsPart implements CityPart<CityForms> {

  @Override
  public Class<CityForms> type() {
    return CityForms.class;
  }

  @Override
  public CityForms read(CityReading reading) {
    var forms = new HashMap<ServiceId, ServiceForm>();
    var offer = reading.part(Offer.class);
    read(reading, offer.services(), false, forms);
    read(reading, offer.rehearsed(), true, forms);
    return new CityForms(forms);
  }

  private static void read(
      CityReading reading,
      List<Service> services,
      boolean rehearsed,
      Map<ServiceId, ServiceForm> forms) {
    for (var service : services) {
      var file = "services/" + service.id() + ".yaml";
      if (reading.files("services", ".yaml").contains(file)) {
        form(reading, service, rehearsed, reading.yaml(file))
            .ifPresent(form -> forms.put(service.id(), form));
      }
    }
  }

  private static Optional<ServiceForm> form(
      CityReading reading, Service service, boolean rehearsed, YamlNode file) {
    if (!file.isMap() || file.at("form").isEmpty()) {
      return Optional.empty();
    }
    var header =
        new ServiceHeader(
            service.id().value(),
            service.version(),
            reading.languages(),
            reading.part(Organisation.class).units());
    checkCopies(reading, service, file);
    return FormReader.read(file, header)
        .map(form ->
            new ServiceForm(
                form,
                service.texts().name(),
                service.unit(),
                service.level(),
                service.audience(),
                rehearsed,
                file.file(),
                file.require("version").line()));
  }

  private static void checkCopies(CityReading reading, Service service, YamlNode file) {
    for (var copy : file.at("copies").map(YamlNode::items).orElse(List.of())) {
      copy.at("unit")
          .filter(YamlNode::isScalar)
          .ifPresent(unit -> check(unit, service, reading.part(Organisation.class)));
    }
  }

  private static void check(YamlNode unit, Service service, Organisation organisation) {
    var known =
        organisation.units().stream()
            .filter(one -> one.id().value().equals(unit.text()))
            .findFirst();
    if (unit.text().equals(service.unit().value())) {
      unit.finding("the unit in charge gets everything and needs no copy");
    } else if (known.isEmpty()) {
      unit.finding("there is no unit “" + unit.text() + "” in organisation.yaml");
    }
  }
}
