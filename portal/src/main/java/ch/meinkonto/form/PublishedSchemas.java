package ch.meinkonto.form;

import ch.meinkonto.catalogue.ServiceId;
import ch.meinkonto.platform.web.Texts;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * The answers’ schemas, each version as it was published, for good: a request lies sealed until its
 * unit takes it, and the unit reads it by the version under which it was sent. As soon as something
 * was sent under a version it is bound: its titles may still be worded better, nothing else.
 */
@Component
class PublishedSchemas {

  /**
   * How {@link AnswersSchema} writes. Raised when it says the same in other words: what an earlier
   * portal published then stays as it is, and is not compared.
   */
  private static final int DIALECT = 1;

  private final JdbcClient jdbc;
  private final Texts texts;
  private final JsonMapper json;
  private final Clock clock;
  private final Set<String> knownAsBound = ConcurrentHashMap.newKeySet();

  PublishedSchemas(JdbcClient jdbc, Texts texts, JsonMapper json, Clock clock) {
    this.jdbc = jdbc;
    this.texts = texts;
    this.json = json;
    this.clock = clock;
  }

  /** A schema, without its address. */
  Optional<String> find(ServiceId service, int version) {
    return jdbc.sql(
            "SELECT document FROM form_schema WHERE service = :service AND version = :version")
        .param("service", service.value())
        .param("version", version)
        .query(String.class)
        .optional();
  }

  /** Publishes the version that a form has now, or words it better. */
  void publish(ServiceForm form) {
    var document = document(form);
    if (promised(form).filter(promised -> differ(promised, document)).isPresent()) {
      return;
    }
    jdbc.sql(
            """
            INSERT INTO form_schema (service, version, document, dialect, bound, published_at)
            VALUES (:service, :version, :document, :dialect, false, :now)
            ON CONFLICT (service, version) DO UPDATE
            SET document = excluded.document, dialect = excluded.dialect
            WHERE form_schema.document <> excluded.document
              AND (NOT form_schema.bound OR form_schema.dialect = excluded.dialect)
            """)
        .param("service", form.form().service().id())
        .param("version", form.form().service().version())
        .param("document", document)
        .param("dialect", DIALECT)
        .param("now", clock.instant().atOffset(ZoneOffset.UTC))
        .update();
  }

  /** Whether something was sent under this form’s version while it asked for something else. */
  boolean isPromisedOtherwise(ServiceForm form) {
    return promised(form).filter(promised -> differ(promised, document(form))).isPresent();
  }

  private Optional<String> promised(ServiceForm form) {
    return jdbc.sql(
            """
            SELECT document FROM form_schema
            WHERE service = :service AND version = :version AND bound AND dialect = :dialect
            """)
        .param("service", form.form().service().id())
        .param("version", form.form().service().version())
        .param("dialect", DIALECT)
        .query(String.class)
        .optional();
  }

  /** Something is sent under this version: from now on it means what it means. */
  void bind(ServiceId service, int version) {
    var name = service.value() + "/" + version;
    if (knownAsBound.contains(name)) {
      return;
    }
    var changed =
        jdbc.sql(
                """
                UPDATE form_schema SET bound = true
                WHERE service = :service AND version = :version AND NOT bound
                """)
            .param("service", service.value())
            .param("version", version)
            .update();
    if (changed == 0) { // bound by a transaction that has ended, not by this one, which may fail
      knownAsBound.add(name);
    }
  }

  private String document(ServiceForm form) {
    return json.writeValueAsString(
        AnswersSchema.of(
            form.form(),
            form.name(),
            (key, language) -> texts.text(Locale.forLanguageTag(language), key)));
  }

  private boolean differ(String promised, String document) {
    return !SchemaShape.of(promised, json).equals(SchemaShape.of(document, json));
  }
}
