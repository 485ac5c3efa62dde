package ch.meinkonto.form;

import ch.meinkonto.catalogue.ServiceId;
import ch.meinkonto.platform.web.Destination;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** A form that somebody fills in is called as its service; what stands in it nobody looks at. */
@Component
class DraftDestination implements Destination {

  private static final Pattern DRAFT = Pattern.compile("/antrag/([0-9a-f-]{36})/.*");

  private final JdbcClient jdbc;
  private final Forms forms;

  DraftDestination(JdbcClient jdbc, Forms forms) {
    this.jdbc = jdbc;
    this.forms = forms;
  }

  @Override
  public Optional<String> name(String address, Locale locale) {
    var draft = DRAFT.matcher(address);
    return draft.matches()
        ? jdbc.sql("SELECT service FROM form_draft WHERE id = :id::uuid")
            .param("id", draft.group(1))
            .query(String.class)
            .optional()
            .flatMap(service -> forms.find(new ServiceId(service)))
            .map(service -> service.name().in(locale))
        : Optional.empty();
  }
}
