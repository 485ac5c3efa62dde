package ch.meinkonto.connector.worklist.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import ch.meinkonto.connector.handover.Description;
import ch.meinkonto.connector.handover.SafeName;
import ch.meinkonto.connector.worklist.Case;
import ch.meinkonto.connector.worklist.Entry;
import ch.meinkonto.connector.worklist.Submission;
import ch.meinkonto.connector.worklist.Worklist;
import ch.meinkonto.contract.Json;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * A case as a ZIP: everything that came, and everything that was said.
 *
 * @param trail whether it tells, too, who did and looked at what
 */
record Dossier(Worklist worklist, Case one, boolean trail) {

  void write(OutputStream out) throws IOException {
    try (ZipOutputStream zip = new ZipOutputStream(out, UTF_8)) {
      StringBuilder thread = new StringBuilder();
      int number = 0;
      for (Entry entry : one.entries()) {
        switch (entry) {
          case Entry.Received received -> {
            number++;
            String folder = "%02d-%s/".formatted(number, received.word());
            came(zip, folder, received);
            thread.append(
                "%s  Eingang: %s%n".formatted(Words.moment(received.receivedAt()), folder));
          }
          case Entry.Said said -> {
            number++;
            String folder = "%02d-gesendet/".formatted(number);
            thread.append(
                "%s  %s (%s), %s%n%s%n"
                    .formatted(
                        Words.moment(said.at()),
                        Labels.said(said),
                        Labels.fate(one.fates().getOrDefault(said.word(), Case.Fate.WAITING)),
                        said.by(),
                        said.text() == null ? "" : said.text()));
            went(zip, folder, said);
          }
          default -> {}
        }
      }
      put(zip, "verlauf.txt", thread.toString().getBytes(UTF_8));
      if (trail) {
        put(zip, "protokoll.txt", lines().getBytes(UTF_8));
      }
    }
  }

  private void came(ZipOutputStream zip, String folder, Entry.Received received)
      throws IOException {
    Submission kept = worklist.submission(one.id(), received.submission());
    String name = received.word();
    put(
        zip,
        folder + name + ".json",
        Json.mapper()
            .writerWithDefaultPrettyPrinter()
            .writeValueAsBytes(Description.of(kept.request())));
    put(zip, folder + name + ".pdf", worklist.paper(one.id(), received.submission()));
    put(zip, folder + "quittung.jws", kept.receipt().getBytes(UTF_8));
    for (int i = 0; i < received.files().size(); i++) {
      zip.putNextEntry(
          new ZipEntry(
              "%sanhang/%d-%s"
                  .formatted(folder, i + 1, SafeName.of(received.files().get(i).name()))));
      try (InputStream content = worklist.attachment(one.id(), received.submission(), i)) {
        content.transferTo(zip);
      }
      zip.closeEntry();
    }
  }

  private void went(ZipOutputStream zip, String folder, Entry.Said said) throws IOException {
    for (int i = 0; i < said.documents().size(); i++) {
      Entry.Attached document = said.documents().get(i);
      zip.putNextEntry(new ZipEntry("%s%d-%s".formatted(folder, i + 1, document.name())));
      try (InputStream content = worklist.document(one.id(), document.id())) {
        content.transferTo(zip);
      }
      zip.closeEntry();
    }
  }

  private String lines() {
    StringBuilder lines = new StringBuilder();
    for (Trail line : Trail.of(one, Map.of()).reversed()) {
      lines.append("%s  %s  %s%n".formatted(Words.moment(line.at()), line.who(), line.what()));
    }
    return lines.toString();
  }

  private static void put(ZipOutputStream zip, String name, byte[] content) throws IOException {
    zip.putNextEntry(new ZipEntry(name));
    zip.write(content);
    zip.closeEntry();
  }
}
