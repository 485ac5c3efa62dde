package ch.meinkonto.platform.upload;

import static org.assertj.core.api.Assertions.assertThat;

import ch.meinkonto.testing.Noise;
import ch.meinkonto.testing.Zeros;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.DeflaterOutputStream;
import org.junit.jupiter.api.Test;
import org.springframework.util.unit.DataSize;

/** Files of 100 MB are spooled and looked into by a process that has less memory than one takes. */
class FlatMemoryTest {

  private static final long SIZE = DataSize.ofMegabytes(100).toBytes();
  private static final String ROOT = "\nendobj\ntrailer<</Size 2/Root 1 0 R>>\n";
  private static final UploadRules RULES =
      new UploadRules(EnumSet.allOf(FileKind.class), DataSize.ofMegabytes(100), 20);

  @Test
  void neitherAPdfNorAPictureIsEverHeldWhole() throws IOException, InterruptedException {
    assertThat(inMegabytes(40, "pdf", "picture", "zeros"))
        .isEqualTo("=application/pdf\n=image/png\n=unreadable-file\n");
  }

  @Test
  void aPdfOfNothingButObjectsDoesNotFillTheMemory() throws IOException, InterruptedException {
    assertThat(inMegabytes(160, "objects", "table", "lists", "names", "word", "bomb"))
        .isEqualTo("=unreadable-file\n".repeat(6));
  }

  private static String inMegabytes(int memory, String... files)
      throws IOException, InterruptedException {
    var command =
        new ArrayList<>(
            List.of(
                System.getProperty("java.home") + "/bin/java",
                "-Xmx" + memory + "m",
                "-XX:MaxDirectMemorySize=4m",
                "-cp",
                System.getProperty("java.class.path"),
                FlatMemoryTest.class.getName()));
    command.addAll(List.of(files));
    var java = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
    var said = new String(java.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(java.waitFor(2, TimeUnit.MINUTES)).isTrue();
    return said.replaceAll("(?m)^[^=].*\n", ""); // what the parser logs
  }

  public static void main(String[] files) throws IOException {
    for (var file : files) {
      System.out.println("=" + inspect(made(file)));
    }
  }

  private static InputStream made(String file) {
    return switch (file) {
      case "pdf" -> pdf();
      case "picture" -> padded("\u0089PNG\r\n\u001a\n\0\0\0\rIHDR\0\0\0\u0001\0\0\0\u0001");
      case "zeros" -> padded("%PDF-1.4\n");
      case "objects" -> joined("%PDF-1.4\n", lines("%d 0 obj\n"), "");
      case "table" ->
          joined(
              "%PDF-1.4\nxref\n0 4800000\n",
              lines("%010d 00000 n \n"),
              "trailer<</Size 4800000/Root 1 0 R>>\nstartxref\n9\n%%EOF\n");
      case "lists" -> joined("%PDF-1.4\n1 0 obj\n[", lines("[][][][]%d "), ROOT);
      case "names" -> joined("%PDF-1.4\n1 0 obj\n[", lines("/A%d "), ROOT);
      case "word" -> joined("%PDF-1.4\n1 0 obj\n(", new Noise(SIZE - 1000), ROOT);
      case "bomb" -> bomb();
      default -> throw new IllegalArgumentException(file);
    };
  }

  /** Its table is 1.5 GB of zeros, packed. */
  private static InputStream bomb() {
    var packed = new ByteArrayOutputStream();
    try (var out = new DeflaterOutputStream(packed)) {
      new Zeros(1_500_000_000).transferTo(out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    var begin =
        "%PDF-1.5\n1 0 obj<</Type/XRef/W[1 1 1]/Size 500000000/Root 2 0 R/Filter/FlateDecode"
            + "/Length "
            + packed.size()
            + ">>stream\n";
    return joined(
        begin,
        new ByteArrayInputStream(packed.toByteArray()),
        "\nendstream\nendobj\nstartxref\n9\n%%EOF\n");
  }

  /** Almost 100 MB of lines, each with its number, made as they are read. */
  private static InputStream lines(String line) {
    var length = line.formatted(1_000_000).length();
    var count = (int) ((SIZE - 1000) / length / 1000);
    return new SequenceInputStream(
        Collections.enumeration(
            new AbstractList<InputStream>() {
              @Override
              public InputStream get(int thousand) {
                return text(
                    IntStream.range(thousand * 1000, (thousand + 1) * 1000)
                        .mapToObj(line::formatted)
                        .collect(Collectors.joining()));
              }

              @Override
              public int size() {
                return count;
              }
            }));
  }

  private static String inspect(InputStream file) throws IOException {
    try (var spool = new Spool()) {
      var some = new byte[8192];
      for (var count = file.read(some); count >= 0; count = file.read(some)) {
        spool.write(some, 0, count);
      }
      spool.finish();
      return switch (FileInspection.inspect(RULES, spool.content(0, spool.size()))) {
        case FileInspection.Outcome.Accepted(var type) -> type;
        case FileInspection.Outcome.Refused(var rule) -> rule;
      };
    }
  }

  /** One page, between whose objects a stream of 100 MB lies; its table says where all is. */
  private static InputStream pdf() {
    var begin =
        """
        %PDF-1.4
        1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj
        2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj
        """;
    var picture = begin.length();
    begin += "4 0 obj<</Length 104000000>>stream\n";
    var page = begin.length() + 104_000_000 + "\nendstream endobj\n".length();
    var end =
        """

        endstream endobj
        3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R>>endobj
        """;
    var table = page + end.length() - "\nendstream endobj\n".length();
    end +=
        """
        xref
        0 5
        0000000000 65535 f\s
        %010d 00000 n\s
        %010d 00000 n\s
        %010d 00000 n\s
        %010d 00000 n\s
        trailer<</Size 5/Root 1 0 R>>
        startxref
        %d
        %%%%EOF
        """
            .formatted(begin.indexOf("1 0 obj"), begin.indexOf("2 0 obj"), page, picture, table);
    return joined(begin, new Zeros(104_000_000), end);
  }

  private static InputStream padded(String begin) {
    return joined(begin, new Zeros(SIZE - begin.length()), "");
  }

  private static InputStream joined(String begin, InputStream between, String end) {
    return new SequenceInputStream(
        Collections.enumeration(List.of(text(begin), between, text(end))));
  }

  private static InputStream text(String latin) {
    return new ByteArrayInputStream(latin.getBytes(StandardCharsets.ISO_8859_1));
  }
}
