package ch.meinkonto.contract;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.nio.charset.StandardCharsets;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * How the contract's records are written and read: camelCase, absent instead of null, times as RFC
 * 3339 in UTC. Unknown properties are ignored, so that either side may grow first; a property of
 * the wrong kind, or one missing, is not. Sealed attachments and documents travel as long strings.
 */
public final class Json {

  private static final JsonMapper MAPPER =
      JsonMapper.builder(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder().maxStringLength(Opening.MAX_SIZE).build())
                  .build())
          .changeDefaultPropertyInclusion(
              inclusion -> inclusion.withValueInclusion(JsonInclude.Include.NON_NULL))
          .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .build();

  private Json() {}

  /** The mapper, for frameworks that want it. */
  public static JsonMapper mapper() {
    return MAPPER;
  }

  /** Writes a record. */
  public static String write(Object value) {
    return MAPPER.writeValueAsString(value);
  }

  /** Writes a record as UTF-8. */
  public static byte[] bytes(Object value) {
    return MAPPER.writeValueAsBytes(value);
  }

  /**
   * Reads a record.
   *
   * @throws JacksonException if the text is not such a record
   */
  public static <T> T read(String json, Class<T> type) {
    return MAPPER.readValue(json, type);
  }

  /**
   * Reads a record from UTF-8.
   *
   * @throws JacksonException if the bytes are not such a record
   */
  public static <T> T read(byte[] json, Class<T> type) {
    return MAPPER.readValue(new String(json, StandardCharsets.UTF_8), type);
  }
}
