package ch.meinkonto.form;

import org.springframework.util.unit.DataSize;

/**
 * A file that was not taken.
 *
 * @param path the question that it was to answer
 * @param rule why not
 * @param name as the person knows it, safe to show
 */
record RefusedFile(String path, String rule, String name) {

  /**
   * What its rule allows.
   *
   * @param together all files
   */
  String limit(Field.UploadField field, DataSize together) {
    return switch (rule) {
      case "max-size" -> FileSizes.shown(field.maxSize());
      case "max-files" -> String.valueOf(field.maxFiles());
      case "max-pages" -> String.valueOf(field.rules().maxPages());
      case "no-room" -> FileSizes.shown(together);
      default -> "";
    };
  }
}
