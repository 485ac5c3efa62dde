package ch.meinkonto.form;

import ch.meinkonto.catalogue.ServiceId;
import ch.meinkonto.platform.web.Destination;
import ch.meinkonto.platform.web.ServiceBehind;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * A form that somebody fills in is called as its service; what stands in it nobody looks at. Where
 * one chooses another offer for it, one comes to the same door as who has not begun.
 */
@Component
class DraftServices implements Destination, ServiceBehind {

  private static final Pattern DRAFT = Pattern.compile("/antrag/([0-9a-f-]{36})/.*");
  private static final Pattern OFFER = Pattern.compile("/antrag/([0-9a-f-]{36})/angebot");

  private final JdbcClient jdbc;
  private final Forms forms;

  DraftServices(JdbcClient jdbc, Forms forms) {
    this.jdbc = jdbc;
    this.forms = forms;
  }

  @Override
  public Optional<String> name(String address, Locale locale) {
    return service(DRAFT, address)
        .flatMap(service -> forms.find(new ServiceId(service)))
        .map(service -> service.name().in(locale));
  }

  @Override
  public Optional<String> service(String path) {
    return service(OFFER, path);
  }

  private Optional<String> service(Pattern pattern, String address) {
    var draft = pattern.matcher(address);
    return draft.matches()
        ? jdbc.sql("SELECT service FROM form_draft WHERE id = :id::uuid")
            .param("id", draft.group(1))
            .query(String.class)
            .optional()
        : Optional.empty();
  }
}
