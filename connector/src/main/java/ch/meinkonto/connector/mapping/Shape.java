package ch.meinkonto.connector.mapping;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.XMLConstants;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;
import org.jspecify.annotations.Nullable;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;

/** What the XML of a template has to be like: the XML Schema that lies beside it. */
final class Shape {

  private static final Pattern RULE = Pattern.compile("[a-z]+(?:-[A-Za-z0-9.]+)+");

  private final String name;
  private final String source;
  private final Schema schema;

  private Shape(String name, String source, Schema schema) {
    this.name = name;
    this.source = source;
    this.schema = schema;
  }

  /**
   * Reads it; it stands for itself, without others that it would import.
   *
   * @throws MappingFailed if it is no XML Schema
   */
  static Shape read(Path file) throws IOException, MappingFailed {
    String name = String.valueOf(file.getFileName());
    String source = Files.readString(file);
    Xml.parse(source);
    try {
      SchemaFactory factory = SchemaFactory.newDefaultInstance();
      factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
      factory.setProperty(XMLConstants.ACCESS_EXTERNAL_DTD, "");
      factory.setProperty(XMLConstants.ACCESS_EXTERNAL_SCHEMA, "");
      return new Shape(name, source, factory.newSchema(new StreamSource(new StringReader(source))));
    } catch (SAXParseException e) {
      throw new MappingFailed("is no XML Schema of its own: line " + e.getLineNumber());
    } catch (SAXException e) {
      throw new MappingFailed("is no XML Schema of its own");
    }
  }

  /** Checks XML; says where and which rule, never the value. */
  void check(String xml) throws MappingFailed {
    try {
      schema.newValidator().validate(new StreamSource(new StringReader(xml)));
    } catch (SAXParseException e) {
      Matcher rule = RULE.matcher(String.valueOf(e.getMessage()));
      throw new MappingFailed(
          "gives in line %d what %s does not allow%s"
              .formatted(
                  e.getLineNumber(), name, rule.lookingAt() ? " (" + rule.group() + ")" : ""));
    } catch (SAXException | IOException e) {
      throw new MappingFailed("gives what %s does not allow".formatted(name));
    }
  }

  /** By its text: another text is another shape. */
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Shape shape && name.equals(shape.name) && source.equals(shape.source);
  }

  @Override
  public int hashCode() {
    return source.hashCode();
  }
}
