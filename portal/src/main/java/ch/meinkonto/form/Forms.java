package ch.meinkonto.form;

import ch.meinkonto.catalogue.ServiceId;
import ch.meinkonto.directory.City;
import ch.meinkonto.directory.CityFolder;
import ch.meinkonto.directory.UnitId;
import java.time.Clock;
import java.time.ZonedDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The forms as the city’s folder describes them now. */
@Component
public class Forms {

  private final CityFolder folder;
  private final Clock clock;

  Forms(CityFolder folder, Clock clock) {
    this.folder = folder;
    this.clock = clock;
  }

  /** The form of a service, empty when it has none. */
  public Optional<Form> form(ServiceId service) {
    return find(service).map(ServiceForm::form);
  }

  /** Whether these are answers exactly as the service’s form sends them on. */
  public boolean isSendable(ServiceId service, Map<String, ?> answers) {
    return form(service).map(form -> Validation.isSendable(form, answers, now())).orElse(false);
  }

  /** The form of a service whose unit only tries out its system. */
  Optional<ServiceForm> rehearsed(ServiceId service) {
    return Optional.ofNullable(folder.get(CityForms.class).byService().get(service))
        .filter(ServiceForm::rehearsed);
  }

  /** The forms of which a unit gets a part, or would if it took what people send. */
  List<ServiceForm> copying(UnitId unit) {
    return folder.get(CityForms.class).byService().values().stream()
        .filter(one -> one.form().copies().stream().anyMatch(copy -> copy.unit().equals(unit)))
        .sorted(Comparator.comparing(one -> one.form().service().id()))
        .toList();
  }

  Optional<ServiceForm> find(ServiceId service) {
    return Optional.ofNullable(folder.get(CityForms.class).byService().get(service))
        .filter(form -> !form.rehearsed());
  }

  /** What a form makes of what was given to it, today. */
  Assessment assess(Form form, Map<String, ?> given) {
    return Validation.assess(form, given, now());
  }

  /** The moment in the city. */
  ZonedDateTime now() {
    return clock.instant().atZone(folder.get(City.class).zone());
  }
}
