package ch.meinkonto.platform.upload;

import java.util.List;

/** What kinds of files residents may send. */
public enum FileKind {
  PDF(List.of("application/pdf")),
  IMAGE(List.of("image/jpeg", "image/png", "image/heic", "image/webp"));

  private final List<String> mediaTypes;

  FileKind(List<String> mediaTypes) {
    this.mediaTypes = mediaTypes;
  }

  /** The media types of this kind. */
  public List<String> mediaTypes() {
    return mediaTypes;
  }
}
