package ch.meinkonto.connector.mail;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ch.meinkonto.connector.handover.Unusable;
import ch.meinkonto.contract.Document;
import jakarta.mail.internet.MimeBodyPart;
import java.io.ByteArrayInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ContentsTest {

  private static Contents read(String mail) throws Exception {
    return Contents.of(
        new MimeBodyPart(new ByteArrayInputStream(mail.replace("\n", "\r\n").getBytes(UTF_8))));
  }

  @Test
  void prefersPlainTextAndKeepsWhatIsAttached() throws Exception {
    Contents contents =
        read(
            """
            Content-Type: multipart/mixed; boundary=a

            --a
            Content-Type: multipart/alternative; boundary=b

            --b
            Content-Type: text/plain; charset=utf-8

            Ihr Schirm ist da. Grüsse
            --b
            Content-Type: multipart/related; boundary=c

            --c
            Content-Type: text/html

            <p>Etwas <b>anderes</b></p>
            --c
            Content-Type: image/png; name=logo.png
            Content-ID: <logo>
            Content-Disposition: inline; filename=logo.png

            logo
            --c--
            --b--
            --a
            Content-Type: application/octet-stream
            Content-Disposition: attachment; filename="=?UTF-8?Q?../Abhol=C3=BCbersicht.pdf?="

            %PDF
            --a--
            """);
    assertThat(contents.text().strip()).isEqualTo("Ihr Schirm ist da. Grüsse");
    assertThat(contents.documents()).hasSize(1);
    Document document = contents.documents().getFirst();
    assertThat(document.name()).isEqualTo("Abholübersicht.pdf");
    assertThat(document.mediaType()).isEqualTo("application/pdf");
    assertThat(document.bytes()).asString(UTF_8).startsWith("%PDF");
  }

  @Test
  void makesTextOfAPage() throws Exception {
    Contents contents =
        read(
            """
            Content-Type: text/html; charset=iso-8859-1
            Content-Transfer-Encoding: quoted-printable

            <html><head><style>p{color:red}</style></head><body>
            <script>alert(1)</script>
            <p>Guten Tag<br>Ihr&nbsp;Schirm ist da &amp; wartet. Gr=FCsse</p>
            <ul><li>bis Freitag</li><li>am Schalter</li></ul>
            <p><a href=3D"https://stadt.example/fundbuero">Hier</a> und
            <a href=3D"javascript:alert(1)">dort</a><img src=3D"https://spur.example/x.gif"></p>
            </body></html>
            """);
    assertThat(contents.text())
        .isEqualTo(
            """
            Guten Tag
            Ihr Schirm ist da & wartet. Grüsse

            - bis Freitag
            - am Schalter
            Hier (https://stadt.example/fundbuero) und dort\
            """);
  }

  @Test
  void keepsBlanksOnlyWithinALine() throws Exception {
    String blanks = " ".repeat(400_000);
    assertThat(read("Content-Type: text/html\n\n<pre>a  <br>  b" + blanks + "c</pre>").text())
        .isEqualTo("a\nb" + blanks + "c");
  }

  @Test
  void joinsLinesThatAMailProgramBroke() throws Exception {
    assertThat(
            read("""
            Content-Type: text/plain; charset=utf-8; format=flowed

            Ihr Schirm ist da und \nwartet auf Sie.
            Bis bald.
            > zitiert \n> und mehr
            """)
                .text())
        .startsWith("Ihr Schirm ist da und wartet auf Sie.\nBis bald.\n> zitiert \n> und mehr");
  }

  @ParameterizedTest
  @CsvSource({
    "message/rfc822, Eine andere Mail hängt an",
    "application/ms-tnef, winmail.dat",
  })
  void saysWhatItCannotSendOn(String type, String reason) {
    assertThatThrownBy(() ->
            read(
                """
                Content-Type: multipart/mixed; boundary=a

                --a
                Content-Type: text/plain

                Hallo
                --a
                Content-Type: %s

                Subject: x

                x
                --a--
                """
                    .formatted(type)))
        .isInstanceOf(Unusable.class)
        .hasMessageContaining(reason);
  }

  @Test
  void doesNotFollowEveryNest() {
    StringBuilder nest = new StringBuilder();
    for (int i = 0; i < 30; i++) {
      nest.append("Content-Type: multipart/mixed; boundary=b%d\n\n--b%d\n".formatted(i, i));
    }
    assertThatThrownBy(() -> read(nest + "Content-Type: text/plain\n\nx"))
        .isInstanceOf(Unusable.class)
        .hasMessageContaining("zu viele Teile");
  }

  @ParameterizedTest
  @ValueSource(strings = {"\r\n", "\n", "\r"})
  void isNotEvenTakenApartWhenItHasThousandsOfParts(String lineEnd) {
    byte[] mail = (lineEnd + "--b").repeat(2_001).getBytes(UTF_8);
    assertThatThrownBy(() -> Mime.of(mail))
        .isInstanceOf(Unusable.class)
        .hasMessageContaining("zu viele Teile");
  }

  @Test
  void takesWhatHasAnUnknownCharsetAsItIs() throws Exception {
    assertThat(read("Content-Type: text/plain; charset=klingonisch\n\nIhr Schirm").text())
        .isEqualTo("Ihr Schirm");
  }

  @Test
  void refusesMoreThanTenMegabytes() {
    String part =
        "--a\nContent-Type: application/pdf; name=a.pdf\n\n" + "x".repeat(6 * 1024 * 1024) + "\n";
    assertThatThrownBy(
            () -> read("Content-Type: multipart/mixed; boundary=a\n\n" + part + part + "--a--"))
        .isInstanceOf(Unusable.class)
        .hasMessageContaining("10 MB");
  }
}
