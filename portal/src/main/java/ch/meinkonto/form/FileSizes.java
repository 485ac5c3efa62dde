package ch.meinkonto.form;

import org.springframework.util.unit.DataSize;

/** How large files are, as people read it. */
final class FileSizes {

  private FileSizes() {}

  /** A file’s own size. */
  static String shown(long bytes) {
    var kilobytes = Math.max(1, bytes / 1000);
    return kilobytes < 1000
        ? kilobytes + " KB"
        : "%d.%d MB".formatted(kilobytes / 1000, kilobytes % 1000 / 100);
  }

  /** A limit, as the service’s file writes it. */
  static String shown(DataSize limit) {
    var megabytes = limit.toMegabytes();
    return limit.equals(DataSize.ofMegabytes(megabytes))
        ? megabytes + " MB"
        : limit.toKilobytes() + " KB";
  }
}
