package ch.meinkonto.connector.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ch.meinkonto.connector.handover.NotNow;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RestKindTest {

  @TempDir private Path root;

  @Test
  void findsWhatWouldDoThingsTwice() throws IOException {
    assertThat(
            RestRig.findings(
                root,
                """
                url: https://fach.example/api/
                request: { post: /faelle }
                attachment: { post: "/faelle/{case}/dateien", find: "/suche?nach={number}" }
                """))
        .satisfiesExactlyInAnyOrder(
            request -> assertThat(request).startsWith("2: “request” would do things twice"),
            path -> assertThat(path).startsWith("3: “post” knows no {case}"),
            find -> assertThat(find).startsWith("3: “find” needs found"),
            twice -> assertThat(twice).startsWith("3: “attachment” would do things twice"));
  }

  @Test
  void findsWhatIsUnsafe() throws IOException {
    assertThat(
            RestRig.findings(
                root,
                """
                url: http://fach.example/api
                login: { bearer: abc }
                request: { put: "faelle/{submission}" }
                rejected: { status: 500, text: fehler }
                events: { get: /ereignisse }
                """))
        .satisfiesExactlyInAnyOrder(
            url -> assertThat(url).startsWith("1: “url” must be an address such as https"),
            token -> assertThat(token).startsWith("2: “bearer” must be ${NAME} or file:"),
            path -> assertThat(path).startsWith("3: “put” must be a path"),
            status -> assertThat(status).startsWith("4: “status” must be statuses"),
            needs -> assertThat(needs).startsWith("4: needs status and text"),
            text -> assertThat(text).startsWith("4: “text” must be a JSON pointer"),
            events -> assertThat(events).startsWith("5: “get” needs {cursor}"));
  }

  @Test
  void letsNoValueLeaveItsPlace() throws Exception {
    PathTemplate path = new PathTemplate("/faelle/{case}/dateien?name={reference}");
    assertThat(path.below("https://h/api", Map.of("case", "1/../2?x", "reference", "a&b=c d")))
        .hasToString("https://h/api/faelle/1%2F..%2F2%3Fx/dateien?name=a%26b%3Dc%20d");
    assertThatThrownBy(() -> path.below("https://h", Map.of("case", "..", "reference", "x")))
        .isInstanceOf(NotNow.class);
  }
}
