package ch.meinkonto.journeys;

import ch.meinkonto.catalogue.Audience;
import ch.meinkonto.catalogue.Offer;
import ch.meinkonto.catalogue.Service;
import ch.meinkonto.directory.CityReader;
import ch.meinkonto.directory.CitySnapshot;
import ch.meinkonto.form.Form;
import ch.meinkonto.form.RuleExamples;
import ch.meinkonto.form.ServiceForm;
import ch.meinkonto.platform.yaml.Findings;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;

/** The example city's forms, read as the portal reads them. */
final class CityForms {

  static final Path FOLDER = Path.of("../city/zuerich");

  private static final CitySnapshot CITY = read();

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

  /** Whose account sends it: a company’s, or anybody’s. */
  static boolean isForCompanies(Form form) {
    return services().stream()
        .filter(service -> service.id().value().equals(form.service().id()))
        .anyMatch(service -> service.audience() == Audience.BUSINESS);
  }

  /** The unit in charge. */
  static String unit(Form form) {
    return services().stream()
        .filter(service -> service.id().value().equals(form.service().id()))
        .map(service -> service.unit().value())
        .findFirst()
        .orElseThrow();
  }

  /** The rules of the services as examples. */
  static RuleExamples examples() {
    var findings = new Findings();
    var examples = RuleExamples.read(FOLDER, CITY, findings);
    if (!findings.isEmpty()) {
      throw new AssertionError(findings.toString());
    }
    return examples;
  }

  static <T> T part(Class<T> type) {
    return CITY.get(type);
  }

  private static CitySnapshot read() {
    return switch (CityReader.ofAllModules().read(FOLDER)) {
      case CityReader.Result.Read(var city) -> city;
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
