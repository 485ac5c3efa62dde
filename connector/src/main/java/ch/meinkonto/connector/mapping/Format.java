package ch.meinkonto.connector.mapping;

import ch.meinkonto.contract.Json;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import tools.jackson.core.JacksonException;

/** In which format something is written: how values are escaped, and what well-formed means. */
public enum Format {
  /** Values stand in elements or attributes. */
  XML("application/xml") {
    @Override
    String escape(String value) {
      return allowedInXml(value)
          .replace("&", "&amp;")
          .replace("<", "&lt;")
          .replace(">", "&gt;")
          .replace("\"", "&quot;")
          .replace("'", "&apos;");
    }

    @Override
    void check(String text) throws MappingFailed {
      Xml.parse(text);
    }
  },
  /** RFC 4180: the template writes separators, each value comes quoted. */
  CSV("text/csv") {
    @Override
    String escape(String value) {
      return '"' + value.replace("\"", "\"\"") + '"';
    }

    @Override
    void check(String text) throws MappingFailed {
      if (Csv.columns(text).distinct().count() > 1) {
        throw new MappingFailed("gives lines with different numbers of columns");
      }
    }
  },
  /** Values stand between quotation marks; numbers and truth values need none. */
  JSON("application/json") {
    @Override
    String escape(String value) {
      String quoted = Json.write(value);
      return quoted.substring(1, quoted.length() - 1);
    }

    @Override
    void check(String text) throws MappingFailed {
      try {
        Json.mapper().readTree(text);
      } catch (JacksonException e) {
        throw new MappingFailed("does not give valid JSON");
      }
    }
  };

  private final String mediaType;

  Format(String mediaType) {
    this.mediaType = mediaType;
  }

  /** The media type, without parameters; the charset is UTF-8. */
  public String mediaType() {
    return mediaType;
  }

  /** What file names end in, without a dot. */
  public String extension() {
    return name().toLowerCase(Locale.ROOT);
  }

  static Optional<Format> ofExtension(String extension) {
    return Arrays.stream(values()).filter(one -> one.extension().equals(extension)).findFirst();
  }

  /** Makes a value harmless where it is put in. */
  abstract String escape(String value);

  /** Whether a text is well-formed. */
  abstract void check(String text) throws MappingFailed;

  /** XML 1.0 has no way to write most control characters. */
  private static String allowedInXml(String value) {
    return value
        .codePoints()
        .filter(c ->
            c == '\t'
                || c == '\n'
                || c == '\r'
                || (c >= 0x20 && c <= 0xD7FF)
                || (c >= 0xE000 && c <= 0xFFFD)
                || c >= 0x10000)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }
}
