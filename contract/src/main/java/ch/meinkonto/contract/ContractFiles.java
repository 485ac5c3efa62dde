package ch.meinkonto.contract;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.regex.Pattern;

/** The contract's files, as they are published below {@code /contract/v1/}. */
public final class ContractFiles {

  private static final Pattern PUBLISHED =
      Pattern.compile("(openapi|asyncapi)\\.yaml|(schemas|examples|conformance)/[a-z0-9-]+\\.json");

  private ContractFiles() {}

  /** The bytes of a published file, such as {@code schemas/envelope.json}. */
  public static Optional<byte[]> find(String path) {
    if (!PUBLISHED.matcher(path).matches()) {
      return Optional.empty();
    }
    try (InputStream in = ContractFiles.class.getResourceAsStream("/contract/v1/" + path)) {
      return in == null ? Optional.empty() : Optional.of(in.readAllBytes());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
