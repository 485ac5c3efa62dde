package ch.meinkonto.form;

import ch.meinkonto.catalogue.ServiceId;
import ch.meinkonto.platform.yaml.Languages;
import ch.meinkonto.platform.yaml.YamlNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The forms of all services of a city that have one. */
public record CityForms(Map<ServiceId, ServiceForm> byService) {

  public CityForms {
    byService = Map.copyOf(byService);
  }

  /** Reads the forms, given the roots of the services’ files. */
  static CityForms read(List<YamlNode> services, Languages languages) {
    var forms = new HashMap<ServiceId, ServiceForm>();
    for (var service : services) {
      if (service.isMap() && service.at("form").isPresent()) {
        read(service, languages).ifPresent(f -> forms.put(id(f), f));
      }
    }
    return new CityForms(forms);
  }

  private static ServiceId id(ServiceForm form) {
    return new ServiceId(form.form().service().id());
  }

  private static Optional<ServiceForm> read(YamlNode service, Languages languages) {
    var id = service.require("id").text();
    var version = service.require("version").integer(1, 9_999);
    var name = service.require("name").localized(languages);
    var level = service.at("level").map(YamlNode::text).orElse("none");
    return FormReader.read(service, new ServiceHeader(id, version, languages))
        .filter(form -> id.matches("[a-z0-9-]+"))
        .map(form -> new ServiceForm(form, name, !level.equals("none")));
  }
}
