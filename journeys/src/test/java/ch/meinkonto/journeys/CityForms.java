package ch.meinkonto.journeys;

import ch.meinkonto.catalogue.Offer;
import ch.meinkonto.catalogue.Service;
import ch.meinkonto.directory.CityReader;
import ch.meinkonto.form.Form;
import ch.meinkonto.form.ServiceForm;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;

/** The example city's forms, read as the portal reads them. */
final class CityForms {

  private CityForms() {}

  static List<Form> all() {
    return part(ch.meinkonto.form.CityForms.class).byService().values().stream()
        .map(ServiceForm::form)
        .sorted(Comparator.comparing(form -> form.service().id()))
        .toList();
  }

  /** What the city offers, with a form or without. */
  static List<Service> services() {
    return part(Offer.class).services();
  }

  private static <T> T part(Class<T> type) {
    return switch (CityReader.ofAllModules().read(Path.of("../city/zuerich"))) {
      case CityReader.Result.Read(var city) -> city.get(type);
      case CityReader.Result.Refused(var findings) -> throw new AssertionError(findings.toString());
    };
  }

  static Form of(String service) {
    return all().stream()
        .filter(form -> form.service().id().equals(service))
        .findFirst()
        .orElseThrow();
  }
}
