package ch.meinkonto.account;

import ch.meinkonto.platform.web.Page;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Puts the names in the export into words where there are some. */
public final class ExportWords {

  private static final Set<String> SECTIONS = Set.of("account", "messages", "requests", "trust");
  private static final Set<String> FIELDS =
      Set.of(
          "kind",
          "name",
          "given",
          "family",
          "company",
          "email",
          "phone",
          "address",
          "street",
          "houseNumber",
          "extra",
          "postcode",
          "town",
          "country",
          "language",
          "notices",
          "messages",
          "progress");

  private ExportWords() {}

  /** The title of a module's part. */
  public static String section(Page page, String name) {
    return SECTIONS.contains(name) ? page.text("account.export.section." + name) : name;
  }

  /** What a value is, from the outside in. */
  public static String path(Page page, List<String> path) {
    return path.stream()
        .map(name -> FIELDS.contains(name) ? page.text("account.export.field." + name) : name)
        .collect(Collectors.joining(" – "));
  }
}
