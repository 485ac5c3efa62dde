package ch.meinkonto.directory;

import ch.meinkonto.platform.yaml.YamlNode;
import java.util.function.Function;

/** Reads ids, with a finding and a stand-in for what can’t be one. */
public final class Ids {

  private Ids() {}

  /** The id that stands here, or that of the stand-in. */
  public static <T> T read(YamlNode node, Function<String, T> type, String standIn) {
    var text = node.isScalar() ? node.text() : "";
    if (Slug.fits(text)) {
      return type.apply(text);
    }
    if (!node.isMissing()) {
      node.finding("an id has small letters, digits and hyphens only, and at most 63 of them");
    }
    return type.apply(standIn);
  }
}
