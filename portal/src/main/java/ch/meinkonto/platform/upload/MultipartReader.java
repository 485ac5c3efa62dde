package ch.meinkonto.platform.upload;

import static jakarta.servlet.http.HttpServletResponse.SC_BAD_REQUEST;
import static jakarta.servlet.http.HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE;
import static jakarta.servlet.http.HttpServletResponse.SC_SERVICE_UNAVAILABLE;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.apache.tomcat.util.http.fileupload.FileItemStream;
import org.apache.tomcat.util.http.fileupload.FileUpload;
import org.apache.tomcat.util.http.fileupload.FileUploadException;
import org.apache.tomcat.util.http.fileupload.InvalidFileNameException;
import org.apache.tomcat.util.http.fileupload.impl.SizeException;
import org.apache.tomcat.util.http.fileupload.servlet.ServletRequestContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.util.unit.DataSize;

/** Reads a form as it comes, with Tomcat’s parser: fields into memory, files into a spool. */
final class MultipartReader {

  static final int MOST_PARTS = 1000;

  private static final Logger LOG = LoggerFactory.getLogger(MultipartReader.class);
  private static final int LONGEST_HEAD = 1024;
  private static final int LARGEST_FIELDS = (int) DataSize.ofMegabytes(2).toBytes();
  private static final int AT_ONCE = 16 * 1024;

  private final Spool spool;
  private final byte[] some = new byte[AT_ONCE];
  private final List<FormPart> parts = new ArrayList<>();
  private int leftForFields = LARGEST_FIELDS;

  private MultipartReader(Spool spool) {
    this.spool = spool;
  }

  /**
   * Reads the whole form.
   *
   * @param spool where its files go; it is finished
   * @throws RefusedForm when it is broken off, broken or too much
   */
  static List<FormPart> read(HttpServletRequest request, DataSize largest, Spool spool) {
    var reader = new MultipartReader(spool);
    try {
      reader.read(request, largest);
    } catch (FileUploadException e) {
      throw new RefusedForm(
          e instanceof SizeException ? SC_REQUEST_ENTITY_TOO_LARGE : SC_BAD_REQUEST, e);
    } catch (IOException | InvalidFileNameException e) {
      throw new RefusedForm(
          e.getCause() instanceof SizeException ? SC_REQUEST_ENTITY_TOO_LARGE : SC_BAD_REQUEST, e);
    }
    spooling(spool::finish);
    return List.copyOf(reader.parts);
  }

  private void read(HttpServletRequest request, DataSize largest) throws IOException {
    var parser = new FileUpload();
    parser.setSizeMax(largest.toBytes());
    parser.setPartHeaderSizeMax(LONGEST_HEAD);
    var items = parser.getItemIterator(new ServletRequestContext(request));
    while (items.hasNext()) {
      if (parts.size() == MOST_PARTS) {
        throw new RefusedForm(SC_REQUEST_ENTITY_TOO_LARGE, "too many parts");
      }
      var item = items.next();
      try (var in = item.openStream()) {
        parts.add(part(item, item.isFormField() ? field(in) : file(in)));
      }
    }
    if (parts.isEmpty()) {
      throw new RefusedForm(SC_BAD_REQUEST, "no parts");
    }
  }

  private static FormPart part(FileItemStream item, Content content) {
    return new FormPart(
        item.getFieldName(), item.getContentType(), item.getName(), item.getHeaders(), content);
  }

  private Content field(InputStream in) throws IOException {
    var bytes = in.readNBytes(leftForFields + 1);
    leftForFields -= bytes.length;
    if (leftForFields < 0) {
      throw new RefusedForm(SC_REQUEST_ENTITY_TOO_LARGE, "too much in its fields");
    }
    return Content.of(bytes);
  }

  private Content file(InputStream in) throws IOException {
    var begin = spool.size();
    for (var count = in.read(some); count >= 0; count = in.read(some)) {
      var arrived = count;
      spooling(() -> spool.write(some, 0, arrived));
    }
    return spool.content(begin, spool.size() - begin);
  }

  /** What goes wrong here is not the sender’s fault. */
  private static void spooling(Writing writing) {
    try {
      writing.write();
    } catch (IOException e) {
      LOG.error("Uploads cannot be written to the temporary folder: {}", e.toString());
      throw new RefusedForm(SC_SERVICE_UNAVAILABLE, e);
    }
  }

  private interface Writing {
    void write() throws IOException;
  }
}
