package ch.meinkonto.connector.folder;

import ch.meinkonto.contract.Reference;
import ch.meinkonto.contract.RequestId;
import ch.meinkonto.contract.SubmissionId;
import java.nio.file.Path;

/**
 * Where a submission goes.
 *
 * @param folder inside {@code eingang}, such as {@code MK-2026-7F3K-92QD/antwort-1}
 */
record Place(SubmissionId submission, RequestId request, Reference reference, String folder) {

  Path target(Layout layout) {
    return layout.incoming().resolve(folder);
  }

  /** Where it is written before it is complete; hidden, and on the same file system. */
  Path part(Layout layout) {
    return layout.incoming().resolve("." + folder.replace('/', '.') + ".part");
  }
}
