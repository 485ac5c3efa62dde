package ch.meinkonto.form;

import ch.meinkonto.directory.CityFolder;
import ch.meinkonto.directory.CitySnapshot;
import jakarta.annotation.PostConstruct;
import org.springframework.stereotype.Component;

/** Publishes the schemas of the forms that are served, at the start and after each change. */
@Component
class SchemaPublication {

  private final CityFolder folder;
  private final PublishedSchemas schemas;

  SchemaPublication(CityFolder folder, PublishedSchemas schemas) {
    this.folder = folder;
    this.schemas = schemas;
  }

  @PostConstruct
  void start() {
    publish(folder.snapshot());
    folder.onChange(this::publish);
  }

  private void publish(CitySnapshot city) {
    city.get(CityForms.class).byService().values().forEach(schemas::publish);
  }
}
