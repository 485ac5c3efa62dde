package ch.meinkonto.connector.worklist.web;

import ch.meinkonto.connector.handover.SafeName;
import ch.meinkonto.connector.worklist.Case;
import ch.meinkonto.connector.worklist.Entry;
import ch.meinkonto.connector.worklist.clerk.Role;
import ch.meinkonto.contract.SubmissionId;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * Files of a case. They come from strangers: what is not a picture or plain text is only saved, and
 * what is shown can do nothing.
 */
@WorklistPage
class FilePages {

  private static final String HARMLESS = "default-src 'none'; sandbox";

  /** What a browser may show, and how it is told what it is. */
  static final Map<String, String> SHOWN =
      Map.of(
          "image/jpeg", "image/jpeg",
          "image/png", "image/png",
          "image/gif", "image/gif",
          "image/webp", "image/webp",
          "text/plain", "text/plain;charset=utf-8");

  @GetMapping("/faelle/{id}/{submission}/antrag.pdf")
  void paper(
      @PathVariable String id,
      @PathVariable String submission,
      Visit visit,
      HttpServletResponse response)
      throws IOException {
    Case one = visit.find(id);
    Entry.Received received = received(one, submission);
    visit.worklist().looked(one.id(), visit.login(), Entry.Sight.PAPER, null);
    byte[] pdf = visit.worklist().paper(one.id(), received.submission());
    String name = one.reference() + "-" + received.word() + ".pdf";
    head(response, MediaType.APPLICATION_PDF_VALUE, ContentDisposition.inline(), name);
    response.setHeader("Content-Security-Policy", "default-src 'none'; object-src 'self'");
    response.getOutputStream().write(pdf);
  }

  @GetMapping("/faelle/{id}/{submission}/datei/{number}")
  void attachment(
      @PathVariable String id,
      @PathVariable String submission,
      @PathVariable int number,
      @RequestParam(defaultValue = "") String ansehen,
      Visit visit,
      HttpServletResponse response)
      throws IOException {
    Case one = visit.find(id);
    Entry.Received received = received(one, submission);
    if (number < 0 || number >= received.files().size()) {
      throw new Visit.NotFound();
    }
    Entry.File file = received.files().get(number);
    String name = SafeName.of(file.name());
    visit.worklist().looked(one.id(), visit.login(), Entry.Sight.FILE, name);
    try (InputStream content =
        visit.worklist().attachment(one.id(), received.submission(), number)) {
      give(response, content, name, file.mediaType(), !ansehen.isEmpty());
    }
  }

  @GetMapping("/faelle/{id}/dokument/{document}")
  void document(
      @PathVariable String id,
      @PathVariable UUID document,
      Visit visit,
      HttpServletResponse response)
      throws IOException {
    Case one = visit.find(id);
    Entry.Attached attached =
        one.entries().stream()
            .filter(entry -> entry instanceof Entry.Said)
            .flatMap(entry -> ((Entry.Said) entry).documents().stream())
            .filter(file -> file.id().equals(document))
            .findFirst()
            .orElseThrow(Visit.NotFound::new);
    visit.worklist().looked(one.id(), visit.login(), Entry.Sight.FILE, attached.name());
    try (InputStream content = visit.worklist().document(one.id(), attached.id())) {
      give(response, content, attached.name(), attached.mediaType(), false);
    }
  }

  /** All of a closed case, to be filed elsewhere before it is erased here. */
  @GetMapping("/faelle/{id}/akte.zip")
  void dossier(@PathVariable String id, Visit visit, HttpServletResponse response)
      throws IOException {
    Case one = visit.working().find(id);
    Case looked = visit.worklist().looked(one.id(), visit.login(), Entry.Sight.DOSSIER, null);
    head(response, "application/zip", ContentDisposition.attachment(), one.reference() + ".zip");
    new Dossier(visit.worklist(), looked, visit.clerk().role() == Role.HEAD)
        .write(response.getOutputStream());
  }

  static Entry.Received received(Case one, String submission) {
    try {
      return one.received(SubmissionId.of(submission)).orElseThrow(Visit.NotFound::new);
    } catch (IllegalArgumentException e) {
      throw new Visit.NotFound();
    }
  }

  private static void give(
      HttpServletResponse response, InputStream content, String name, String type, boolean show)
      throws IOException {
    String shown = show ? SHOWN.get(type) : null;
    head(
        response,
        shown == null ? MediaType.APPLICATION_OCTET_STREAM_VALUE : shown,
        shown == null ? ContentDisposition.attachment() : ContentDisposition.inline(),
        name);
    response.setHeader("Content-Security-Policy", HARMLESS);
    content.transferTo(response.getOutputStream());
  }

  private static void head(
      HttpServletResponse response, String type, ContentDisposition.Builder how, String name) {
    response.setContentType(type);
    response.setHeader(
        HttpHeaders.CONTENT_DISPOSITION,
        how.filename(name, StandardCharsets.UTF_8).build().toString());
    response.setHeader("X-Content-Type-Options", "nosniff");
  }
}
