package ch.meinkonto.form;

import ch.meinkonto.form.expression.Scope;
import java.util.List;
import java.util.Optional;

/**
 * Something about an answer that the person should change. Never holds the answer itself.
 *
 * @param path where: {@code umzugsdatum}, {@code neue-adresse.plz}, {@code personen.0.vorname}
 * @param rule what is wrong: {@code required}, {@code invalid}, {@code max} …
 * @param kind what was asked for: {@code text}, {@code date}, {@code iban} …
 * @param label the question
 * @param limits the values that the rule speaks of
 * @param own the service’s own words
 * @param scope the answers that the words speak of
 */
public record Problem(
    String path,
    String rule,
    String kind,
    Text label,
    List<Object> limits,
    Optional<Text> own,
    Scope scope) {}
