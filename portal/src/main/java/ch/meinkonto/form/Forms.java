package ch.meinkonto.form;

import ch.meinkonto.catalogue.ServiceId;
import ch.meinkonto.platform.PortalSettings;
import ch.meinkonto.platform.yaml.Findings;
import ch.meinkonto.platform.yaml.Languages;
import ch.meinkonto.platform.yaml.YamlFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Clock;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The forms as the city’s folder describes them now. */
@Component
public class Forms {

  private final CityForms forms;
  private final Clock clock;

  Forms(PortalSettings settings, Clock clock) {
    this.clock = clock;
    var findings = new Findings();
    try (var files = Files.list(settings.cityDir().resolve("services"))) {
      this.forms =
          CityForms.read(
              files.sorted().map(file -> YamlFile.read(file, findings)).toList(),
              Languages.of("de", "en"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    if (!findings.isEmpty()) {
      throw new IllegalStateException(findings.toString());
    }
  }

  /** The form of a service, empty when it has none. */
  public Optional<Form> form(ServiceId service) {
    return find(service).map(ServiceForm::form);
  }

  /** Whether these are answers exactly as the service’s form sends them on. */
  public boolean isSendable(ServiceId service, Map<String, ?> answers) {
    return form(service).map(form -> Validation.isSendable(form, answers, now())).orElse(false);
  }

  Optional<ServiceForm> find(ServiceId service) {
    return Optional.ofNullable(forms.byService().get(service));
  }

  /** What a form makes of what was given to it, today. */
  Assessment assess(Form form, Map<String, ?> given) {
    return Validation.assess(form, given, now());
  }

  /** The moment in the city. */
  ZonedDateTime now() {
    return clock.instant().atZone(ZoneId.of("Europe/Zurich"));
  }
}
