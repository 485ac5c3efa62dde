package ch.meinkonto.platform.upload;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.Enumeration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.util.unit.DataSize;

/**
 * A request with a form of several parts. It is read when somebody first asks for a field or a
 * file, as the server would do, but its files go into a spool.
 */
final class SealedForm extends HttpServletRequestWrapper implements AutoCloseable {

  private final DataSize largest;
  private final Spool spool = new Spool();
  private @Nullable List<FormPart> parts;
  private @Nullable Map<String, String[]> fields;
  private @Nullable RefusedForm refused;

  SealedForm(HttpServletRequest request, DataSize largest) {
    super(request);
    this.largest = largest;
  }

  /** Why it was not read, if somebody tried and it could not be. */
  Optional<RefusedForm> refused() {
    return Optional.ofNullable(refused);
  }

  private List<FormPart> parts() {
    if (refused != null) {
      throw refused;
    }
    if (parts == null) {
      try {
        parts = MultipartReader.read((HttpServletRequest) getRequest(), largest, spool);
      } catch (RefusedForm e) {
        refused = e;
        throw e;
      }
    }
    return parts;
  }

  /** What stands in the address comes first. */
  private Map<String, String[]> fields() {
    if (fields == null) {
      var sent = parts();
      var all = new LinkedHashMap<>(super.getParameterMap());
      sent.stream()
          .filter(FormPart::isField)
          .forEach(
              field -> all.merge(field.name(), new String[] {text(field)}, SealedForm::joined));
      fields = Collections.unmodifiableMap(all);
    }
    return fields;
  }

  private static String text(FormPart field) {
    try (var in = field.getInputStream()) {
      return new String(in.readAllBytes(), UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String[] joined(String[] first, String[] then) {
    var all = Arrays.copyOf(first, first.length + then.length);
    System.arraycopy(then, 0, all, first.length, then.length);
    return all;
  }

  @Override
  public @Nullable String getParameter(String name) {
    var values = fields().get(name);
    return values == null ? null : values[0];
  }

  @Override
  public String @Nullable [] getParameterValues(String name) {
    var values = fields().get(name);
    return values == null ? null : values.clone();
  }

  @Override
  public Map<String, String[]> getParameterMap() {
    return fields();
  }

  @Override
  public Enumeration<String> getParameterNames() {
    return Collections.enumeration(fields().keySet());
  }

  @Override
  public Collection<Part> getParts() {
    return List.copyOf(parts());
  }

  @Override
  public @Nullable Part getPart(String name) {
    return parts().stream().filter(part -> part.name().equals(name)).findFirst().orElse(null);
  }

  @Override
  public void close() throws IOException {
    spool.close();
  }
}
