package ch.meinkonto.form;

import ch.meinkonto.platform.yaml.YamlNode;
import java.util.HashSet;
import java.util.List;
import java.util.Map;

/**
 * What somebody may keep about people on their own device, and have filled in there: the portal
 * only says where it fits.
 */
final class OnDevice {

  /** The type of field that each of it fits. */
  static final Map<String, String> TYPES =
      Map.of(
          "person.given", "text",
          "person.family", "text",
          "person.birth", "date",
          "person.ahv", "ahv");

  private OnDevice() {}

  /** It fits its field’s type, and all of one level are one person’s. */
  static void check(List<YamlNode> level) {
    var taken = new HashSet<String>();
    level.stream()
        .filter(YamlNode::isMap)
        .forEach(field ->
            field
                .at("prefill")
                .filter(prefill -> TYPES.containsKey(prefill.text()))
                .ifPresent(prefill -> check(field, prefill, taken.add(prefill.text()))));
  }

  private static void check(YamlNode field, YamlNode prefill, boolean first) {
    var type = TYPES.get(prefill.text());
    if (field.at("type").filter(own -> own.text().equals(type)).isEmpty()) {
      prefill.finding("“" + prefill.text() + "” is for fields of the type " + type);
    }
    if (!first) {
      prefill.finding("all of one place are one person’s: “" + prefill.text() + "” stands twice");
    }
  }
}
