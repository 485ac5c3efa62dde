package ch.meinkonto.form;

import ch.meinkonto.directory.CityGuard;
import ch.meinkonto.directory.CitySnapshot;
import ch.meinkonto.platform.yaml.Finding;
import java.util.List;
import org.springframework.stereotype.Component;

/** Refuses a form that asks for something else under a version under which requests were sent. */
@Component
class SchemaGuard implements CityGuard {

  private final PublishedSchemas schemas;

  SchemaGuard(PublishedSchemas schemas) {
    this.schemas = schemas;
  }

  @Override
  public List<Finding> objections(CitySnapshot city) {
    return city.get(CityForms.class).byService().values().stream()
        .filter(schemas::isPromisedOtherwise)
        .map(SchemaGuard::objection)
        .sorted(java.util.Comparator.comparing(Finding::file))
        .toList();
  }

  private static Finding objection(ServiceForm form) {
    var version = form.form().service().version();
    return new Finding(
        form.file(),
        form.versionLine(),
        "requests were sent under version %d and the form now asks for something else: raise it to %d"
            .formatted(version, version + 1));
  }
}
