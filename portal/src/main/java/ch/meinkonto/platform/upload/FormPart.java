package ch.meinkonto.platform.upload;

import jakarta.servlet.http.Part;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.apache.tomcat.util.http.fileupload.FileItemHeaders;
import org.jspecify.annotations.Nullable;

/** A field or a file of a form. */
record FormPart(
    String name,
    @Nullable String contentType,
    @Nullable String fileName,
    FileItemHeaders headers,
    Content content)
    implements Part {

  boolean isField() {
    return fileName == null;
  }

  @Override
  public InputStream getInputStream() {
    return content.open();
  }

  @Override
  public @Nullable String getContentType() {
    return contentType;
  }

  @Override
  public String getName() {
    return name;
  }

  @Override
  public @Nullable String getSubmittedFileName() {
    return fileName;
  }

  @Override
  public long getSize() {
    return content.size();
  }

  @Override
  public void write(String file) {
    throw new UnsupportedOperationException("Nothing is written in the clear");
  }

  /** It goes with its request. */
  @Override
  public void delete() {}

  @Override
  public @Nullable String getHeader(String header) {
    return headers.getHeader(header);
  }

  @Override
  public Collection<String> getHeaders(String header) {
    var values = new ArrayList<String>();
    headers.getHeaders(header).forEachRemaining(values::add);
    return List.copyOf(values);
  }

  @Override
  public Collection<String> getHeaderNames() {
    var names = new ArrayList<String>();
    headers.getHeaderNames().forEachRemaining(names::add);
    return List.copyOf(names);
  }

  @Override
  public String toString() {
    return "FormPart[" + getSize() + " bytes]"; // never what a person entered
  }
}
