package ch.meinkonto.platform.upload;

import java.util.Set;
import org.springframework.util.unit.DataSize;

/**
 * What files a door takes.
 *
 * @param accept of which kinds
 * @param maxSize of one file
 * @param maxPages of a PDF
 */
public record UploadRules(Set<FileKind> accept, DataSize maxSize, int maxPages) {

  public UploadRules {
    accept = Set.copyOf(accept);
  }

  boolean accepts(String mediaType) {
    return accept.stream().anyMatch(kind -> kind.mediaTypes().contains(mediaType));
  }
}
