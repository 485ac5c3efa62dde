package ch.meinkonto.connector.mail;

import ch.meinkonto.connector.handover.MediaTypes;
import ch.meinkonto.connector.handover.SafeName;
import ch.meinkonto.connector.handover.Unusable;
import ch.meinkonto.contract.Document;
import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.ContentType;
import jakarta.mail.internet.MimeUtility;
import jakarta.mail.internet.ParseException;
import java.io.IOException;
import java.io.UnsupportedEncodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What a clerk wrote and attached; MIME as strangers write it is normal. */
final class Contents {

  static final int LARGEST_TOGETHER = 10 * 1024 * 1024;
  private static final int LARGEST_TEXT = 1024 * 1024;
  private static final int DEEPEST = 10;
  private static final int MOST_PARTS = 100;

  private final List<String> plain = new ArrayList<>();
  private final List<String> html = new ArrayList<>();
  private final List<Document> documents = new ArrayList<>();
  private int parts;
  private int size;

  private Contents() {}

  /** Reads a mail that somebody signed. */
  static Contents of(Part part) throws Unusable {
    Contents contents = new Contents();
    try {
      contents.read(part, 0);
    } catch (MessagingException | IOException | RuntimeException e) {
      throw new Unusable(
          "Die Mail ist nicht lesbar aufgebaut (%s).".formatted(e.getClass().getSimpleName()));
    }
    return contents;
  }

  /** As plain text, whatever it came as. */
  String text() {
    List<String> written = plain.stream().filter(text -> !text.isBlank()).toList();
    return String.join(
        "\n", written.isEmpty() ? html.stream().map(PlainText::ofHtml).toList() : written);
  }

  List<Document> documents() {
    return documents;
  }

  private void read(Part part, int depth) throws Unusable, MessagingException, IOException {
    if (depth > DEEPEST || ++parts > MOST_PARTS) {
      throw new Unusable("Die Mail hat zu viele Teile.");
    }
    if (part.isMimeType("multipart/*")) {
      if (!(part.getContent() instanceof Multipart several)) {
        throw new Unusable("Die Mail ist nicht lesbar aufgebaut.");
      }
      for (int i = 0; i < several.getCount(); i++) {
        BodyPart one = several.getBodyPart(i);
        read(one, depth + 1);
      }
    } else {
      leaf(part);
    }
  }

  private void leaf(Part part) throws Unusable, MessagingException, IOException {
    String name = name(part);
    if (part.isMimeType("message/*")) {
      throw new Unusable(
          "Eine andere Mail hängt an. Bitte hängen Sie deren Inhalt als PDF an, oder nichts.");
    }
    if (part.isMimeType("application/ms-tnef")) {
      throw new Unusable(
          "Der Anhang winmail.dat lässt sich nicht lesen. Bitte senden Sie die Mail als Nur-Text "
              + "oder HTML.");
    }
    if (isPicture(part) || part.isMimeType("application/pkcs7-signature")) {
      return; // a logo below a signature, or the signature of something quoted
    }
    boolean attached = !name.isEmpty() || Part.ATTACHMENT.equalsIgnoreCase(part.getDisposition());
    if (!attached && part.isMimeType("text/plain")) {
      plain.add(PlainText.ofFlowed(text(part), type(part)));
    } else if (!attached && part.isMimeType("text/html")) {
      html.add(text(part));
    } else {
      attach(name, part);
    }
  }

  /** One that the text shows, and nobody attached. */
  private static boolean isPicture(Part part) throws MessagingException {
    return part.isMimeType("image/*")
        && part.getHeader("Content-ID") != null
        && !Part.ATTACHMENT.equalsIgnoreCase(part.getDisposition());
  }

  private void attach(String name, Part part) throws Unusable, MessagingException, IOException {
    byte[] content = part.getInputStream().readNBytes(LARGEST_TOGETHER + 1);
    size += content.length;
    if (size > LARGEST_TOGETHER) {
      throw new Unusable("Die Anhänge sind zusammen grösser als 10 MB.");
    }
    String safe = SafeName.of(name);
    documents.add(Document.of(safe, MediaTypes.of(safe), content));
  }

  private static String name(Part part) throws MessagingException {
    String name = part.getFileName();
    if (name == null) {
      return "";
    }
    try {
      return MimeUtility.decodeText(name);
    } catch (UnsupportedEncodingException e) {
      return name;
    }
  }

  private static String text(Part part) throws Unusable, MessagingException, IOException {
    byte[] content = part.getInputStream().readNBytes(LARGEST_TEXT + 1);
    if (content.length > LARGEST_TEXT) {
      throw new Unusable("Der Text ist grösser als 1 MB.");
    }
    return new String(content, charset(type(part)));
  }

  private static ContentType type(Part part) throws MessagingException {
    try {
      return new ContentType(part.getContentType());
    } catch (ParseException e) {
      return new ContentType("text/plain");
    }
  }

  private static Charset charset(ContentType type) {
    String name = type.getParameter("charset");
    try {
      return name == null
          ? StandardCharsets.UTF_8
          : Charset.forName(MimeUtility.javaCharset(name.toLowerCase(Locale.ROOT)));
    } catch (IllegalArgumentException e) {
      return StandardCharsets.UTF_8;
    }
  }
}
