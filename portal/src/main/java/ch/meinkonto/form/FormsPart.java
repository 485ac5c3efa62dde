package ch.meinkonto.form;

import ch.meinkonto.catalogue.Offer;
import ch.meinkonto.catalogue.Service;
import ch.meinkonto.catalogue.ServiceId;
import ch.meinkonto.directory.CityPart;
import ch.meinkonto.directory.CityReading;
import ch.meinkonto.platform.yaml.YamlNode;
import java.util.HashMap;
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
    for (var service : reading.part(Offer.class).services()) {
      var file = "services/" + service.id() + ".yaml";
      if (reading.files("services", ".yaml").contains(file)) {
        form(reading, service, reading.yaml(file)).ifPresent(form -> forms.put(service.id(), form));
      }
    }
    return new CityForms(forms);
  }

  private static Optional<ServiceForm> form(CityReading reading, Service service, YamlNode file) {
    if (!file.isMap() || file.at("form").isEmpty()) {
      return Optional.empty();
    }
    var header = new ServiceHeader(service.id().value(), service.version(), reading.languages());
    return FormReader.read(file, header)
        .map(form ->
            new ServiceForm(
                form,
                service.texts().name(),
                service.level(),
                file.file(),
                file.require("version").line()));
  }
}
