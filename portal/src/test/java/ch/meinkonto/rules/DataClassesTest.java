package ch.meinkonto.rules;

import static org.assertj.core.api.Assertions.assertThat;

import ch.meinkonto.testing.PortalTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * First law: every column says what it holds, for what, and until when; {@code docs/data.md} is
 * that list.
 */
@PortalTest
class DataClassesTest {

  private static final Path LIST = Path.of("../docs/data.md");
  private static final Pattern COMMENT =
      Pattern.compile("(public|operational|pseudonym|personal|credential|sealed): [^;]+; .+");
  private static final Set<String> OTHERS_NAMES =
      Set.of("event_publication", "scheduled_tasks", "spring_session", "spring_session_attributes");

  private final JdbcClient jdbc;

  @Autowired
  DataClassesTest(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  record Column(String table, String name, @Nullable String comment) {}

  record ForeignKey(String from, String to) {}

  @Test
  void everyColumnSaysItsClassPurposeAndEnd() {
    assertThat(columns()).isNotEmpty().allMatch(DataClassesTest::isDescribed);
  }

  @Test
  void aColumnWithoutItsClassIsFound() {
    assertThat(isDescribed(new Column("account", "shoe_size", null))).isFalse();
    assertThat(isDescribed(new Column("account", "shoe_size", "nice to know"))).isFalse();
  }

  @Test
  void theListOfWhatIsStoredIsTrue() throws IOException {
    var list = list(columns());
    if (!Files.exists(LIST) || !Files.readString(LIST).equals(list)) {
      Files.writeString(Path.of("target/data.md"), list);
    }
    assertThat(Files.readString(LIST))
        .as("copy portal/target/data.md to docs/data.md when the change is wanted")
        .isEqualTo(list);
  }

  @Test
  void tablesBelongToOneModule() throws IOException {
    List<String> modules;
    try (var folders = Files.list(Path.of("src/main/resources/db/migration"))) {
      modules = folders.map(folder -> folder.getFileName().toString()).toList();
    }
    assertThat(columns().stream().map(Column::table).distinct())
        .allMatch(table -> OTHERS_NAMES.contains(table) || modules.contains(moduleOf(table)));
  }

  @Test
  void foreignKeysStayWithinAModule() {
    var keys =
        jdbc.sql(
                """
                SELECT conrelid::regclass::text AS "from", confrelid::regclass::text AS "to"
                FROM pg_constraint WHERE contype = 'f'
                """)
            .query(ForeignKey.class)
            .list();
    assertThat(keys).isNotEmpty().allMatch(key -> moduleOf(key.from()).equals(moduleOf(key.to())));
  }

  private List<Column> columns() {
    return jdbc.sql(
            """
            SELECT c.relname AS "table", a.attname AS name, col_description(c.oid, a.attnum) AS comment
            FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid
            WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p') AND NOT c.relispartition
              AND a.attnum > 0 AND NOT a.attisdropped AND c.relname NOT LIKE 'flyway_history%'
            ORDER BY c.relname, a.attnum
            """)
        .query(Column.class)
        .list();
  }

  private static boolean isDescribed(Column column) {
    return column.comment() != null && COMMENT.matcher(column.comment()).matches();
  }

  private static String moduleOf(String table) {
    return table.replaceAll("_.*", "");
  }

  private static String list(List<Column> columns) {
    var list =
        new StringBuilder(
            """
            # What the portal stores

            Made from the live schema; `DataClassesTest` keeps it true. Classes: `public`, `operational` (no person),
            `pseudonym`, `personal` (encrypted under the account's own key), `credential`, `sealed` (only a unit, or the
            browser that holds the key, can open it).

            | table | column | class | for what | erased |
            |--|--|--|--|--|
            """);
    for (var column : columns) {
      var comment = column.comment() == null ? "?" : column.comment();
      var parts = comment.split("[:;] ", 3);
      list.append(
          "| %s | %s | %s |%n".formatted(column.table(), column.name(), String.join(" | ", parts)));
    }
    return list.toString();
  }
}
