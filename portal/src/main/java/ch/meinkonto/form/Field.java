package ch.meinkonto.form;

import ch.meinkonto.form.expression.Expression;
import ch.meinkonto.form.notation.Notation;
import ch.meinkonto.platform.upload.FileKind;
import ch.meinkonto.platform.upload.UploadRules;
import com.google.re2j.Pattern;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.util.unit.DataSize;

/** A question of a form. */
public sealed interface Field extends Element {

  Common common();

  default String id() {
    return common().id();
  }

  @Override
  default Optional<Expression> when() {
    return common().when();
  }

  /**
   * What all fields have.
   *
   * @param id unique within its level; the key of the answer
   * @param required whether an answer is needed; yes when empty
   * @param prefill which of the account’s data is offered as the answer, or of what somebody keeps
   *     on their own device
   * @param autocomplete HTML’s token for the browser’s own offer
   * @param errors the service’s own words for what may be wrong, by rule
   * @param sensitive shown on its own page only, nowhere repeated
   */
  record Common(
      String id,
      Text label,
      Optional<Text> hint,
      Optional<Expression> required,
      Optional<Expression> when,
      Optional<String> prefill,
      Optional<String> autocomplete,
      Map<String, Text> errors,
      boolean sensitive) {

    /** What of a person that somebody keeps on their own device fits here. */
    Optional<String> onDevice() {
      return prefill.filter(OnDevice.TYPES::containsKey);
    }
  }

  /** The least and the greatest answer. */
  record Limits(Optional<Expression> min, Optional<Expression> max) {}

  /** An answer to choose; offered always when {@code when} is empty. */
  record Option(String id, Text label, Optional<Text> hint, Optional<Expression> when) {}

  /** Words in one line, or in several. */
  record TextField(Common common, int maxLength, Optional<Pattern> pattern, int lines)
      implements Field {}

  record NumberField(Common common, Limits limits, int decimals, Optional<Text> unit)
      implements Field {}

  /** Swiss francs. */
  record MoneyField(Common common, Limits limits) implements Field {}

  record DateField(Common common, Limits limits) implements Field {}

  /** A month of a year; in expressions the date of its first day. */
  record MonthField(Common common, Limits limits) implements Field {}

  /** One of some options; as a list to open when {@code select}. */
  record ChoiceField(Common common, List<Option> options, boolean select) implements Field {}

  /**
   * Several of some options.
   *
   * @param ofUnits whether these are the city’s units, whichever there are
   */
  record ChoicesField(Common common, List<Option> options, int min, int max, boolean ofUnits)
      implements Field {}

  record YesNoField(Common common) implements Field {}

  /** Something one must agree to. */
  record ConsentField(Common common) implements Field {}

  /** A number or address with rules of its own: IBAN, plate, e-mail, telephone … */
  record CodeField(Common common, Notation notation) implements Field {}

  /** A postal address; of Switzerland only unless {@code foreign}. */
  record AddressField(Common common, boolean foreign) implements Field {}

  /** Files. */
  record UploadField(
      Common common, Set<FileKind> accept, int maxFiles, DataSize maxSize, int maxPages)
      implements Field {

    UploadRules rules() {
      return new UploadRules(accept, maxSize, maxPages);
    }
  }

  /**
   * Several alike, as the members of a household.
   *
   * @param order in which an item’s fields are read
   */
  record GroupField(
      Common common,
      Text itemLabel,
      Text addLabel,
      int min,
      int max,
      List<Element> elements,
      List<String> order)
      implements Field {

    /** The fields of an item. */
    public List<Field> fields() {
      return elements.stream().filter(Field.class::isInstance).map(Field.class::cast).toList();
    }
  }
}
