package ch.meinkonto.form;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import ch.meinkonto.testing.CityOfTests;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What units may ask by fields, and what they may not. */
class SmallFormsTest {

  private final SmallForms forms = CityOfTests.portal().bean(SmallForms.class);

  private SmallForms.Reading read(String fields) {
    return forms.read(fields.replace('\'', '"'));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[{'id':'a','type':'text','label':'Ä «Ö» \\u2013 ß {1 + 1}'}]",
        "[{'id':'a','type':'date','label':'A','max':'today()'},"
            + "{'id':'b','type':'text','label':'B','when':'a < 2026-01-01','lines':5}]",
        "[{'id':'a','type':'choice','label':{'de':'Ja','en':'Yes'},"
            + "'options':[{'id':'x','label':'X'},{'id':'y','label':'Y'}]}]",
        "[{'id':'a','type':'upload','label':'A','accept':['pdf'],'max-files':2,'max-size':'5 MB'}]"
      })
  void asksWhatTheFormLanguageKnows(String fields) {
    assertThat(read(fields)).isInstanceOf(SmallForms.Reading.Askable.class);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          {}                                                                | fields: must be a list
          []                                                                | fields: must be a list
          [                                                                 | fields: not JSON
          ['a']                                                             | fields[0]: must be an object
          [{'id':'a','type':'text','label':'A'},{'id':'b','type':'x','label':'B'}] | fields[1] (b): there is no field type
          [{'id':'a','type':'text'}]                                        | fields[0] (a): “label” is missing
          [{'id':'A b','type':'text','label':'A'}]                          | fields[0]:
          [{'id':'a','type':'text','label':'A'},{'id':'a','type':'text','label':'A'}] | fields[1] (a):
          [{'id':'a','type':'text','label':'A','onload':'x'}]               | fields[0] (a): unknown key
          [{'id':'a','type':'text','label':'A','prefill':'email'}]          | fields[0] (a): a question has no prefill
          [{'id':'g','type':'group','label':'G','fields':[]}]               | fields[0] (g): a question has no group
          [{'type':'text-block','text':'**x**'}]                            | fields[0]: a question has no text-block
          [{'id':'a','type':'text','label':'A','pattern':'(a'}]             | fields[0] (a): not a pattern
          [{'id':'a','type':'text','label':'A','when':'b = 1'}]             | fields[0] (a):
          [{'id':'a','type':'yes-no','label':'A','when':'b'},{'id':'b','type':'yes-no','label':'B','when':'a'}] | fields
          [{'id':'a','type':'text','label':'A','required':'1 + '}]          | fields[0] (a):
          [{'id':'a','type':'text','label':{'de':'A'}}]                     | fields[0] (a): “label” has no text
          [{'id':'a','type':'text','label':'A\\u202e'}]                     | fields[0] (a): has letters that cannot be seen
          [{'id':'a','type':'text','label':'A\\u0000'}]                     | fields[0] (a): has letters that cannot be seen
          [{'id':'a','type':'text','label':'A','max-length':'*alias'}]      | fields[0] (a):
          [{'id':'a','type':'upload','label':'A','max-size':'11 MB'}]       | fields: a file of an answer has at most 10 MB
          """)
  void saysWhereAndWhyItRefuses(String fields, String why) {
    assertThat(read(fields))
        .asInstanceOf(type(SmallForms.Reading.Refused.class))
        .satisfies(refused -> assertThat(refused.why()).startsWith(why));
  }

  @Test
  void staysSmall() {
    var thirteen =
        IntStream.range(0, 13)
            .mapToObj(i -> "{'id':'f" + i + "','type':'text','label':'F'}")
            .collect(Collectors.joining(",", "[", "]"));
    assertThat(read(thirteen)).isInstanceOf(SmallForms.Reading.Refused.class);
    var long_ = "[{'id':'a','type':'text','label':'" + "x".repeat(16 * 1024) + "'}]";
    assertThat(read(long_)).isEqualTo(new SmallForms.Reading.Refused("fields: larger than 16 KB"));
    var deep = "[".repeat(2_000) + "]".repeat(2_000);
    assertThat(read("[{'id':'a','type':'text','label':" + deep + "}]"))
        .isInstanceOf(SmallForms.Reading.Refused.class);
  }

  /** An expression ends, and one that could take long is not read at all. */
  @Test
  void calculatesWithinBounds() {
    var dear = "1" + " + 1".repeat(3_500);
    assertThat(read("[{'id':'a','type':'number','label':'A','max':'" + dear + "'}]")).isNotNull();
    var nested = "(".repeat(3_000) + "1" + ")".repeat(3_000);
    assertThat(read("[{'id':'a','type':'number','label':'A','max':'" + nested + "'}]"))
        .isInstanceOf(SmallForms.Reading.Refused.class);
  }
}
