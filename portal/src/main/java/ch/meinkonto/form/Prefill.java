package ch.meinkonto.form;

import ch.meinkonto.platform.web.Visitor;
import java.util.Map;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Offers what the account knows as answers to what was not answered yet. */
@Component
class Prefill {

  private final ObjectProvider<PrefillSource> sources;

  Prefill(ObjectProvider<PrefillSource> sources) {
    this.sources = sources;
  }

  /** What was entered, with the sender’s data where nobody has been yet. */
  Map<String, Object> offer(Form form, Map<String, Object> given, Optional<Visitor> sender) {
    if (sender.isEmpty()) {
      return given;
    }
    var all = Entries.copy(given);
    for (var source : sources) {
      var known = source.of(sender.get().accountId());
      form.fields()
          .filter(field -> !given.containsKey(field.id()))
          .forEach(field ->
              field
                  .common()
                  .prefill()
                  .map(known::get)
                  .ifPresent(value -> all.put(field.id(), value)));
    }
    return all;
  }
}
