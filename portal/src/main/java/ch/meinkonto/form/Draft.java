package ch.meinkonto.form;

import ch.meinkonto.catalogue.ServiceId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * What somebody is filling in, opened with the key of their browser.
 *
 * @param version counts its changes
 * @param given what was entered so far, as it was typed, by field id
 * @param uploads the files that were added
 */
record Draft(
    UUID id,
    ServiceId service,
    long version,
    DraftKey key,
    Map<String, Object> given,
    List<Upload> uploads) {

  /**
   * A file of a draft.
   *
   * @param path the question it answers: {@code ausweis}, {@code dokumente.0.nachweis}
   */
  record Upload(UUID id, String path, String fileName, String mediaType, long size) {}

  String address() {
    return "/antrag/" + id;
  }

  Draft with(Map<String, Object> newGiven) {
    return new Draft(id, service, version, key, newGiven, uploads);
  }

  /** What was entered, with the files where they belong. */
  Map<String, Object> givenWithUploads() {
    var all = Entries.copy(given);
    for (var upload : uploads) {
      var file = new LinkedHashMap<String, Object>();
      file.put("id", upload.id().toString());
      file.put("fileName", upload.fileName());
      file.put("mediaType", upload.mediaType());
      file.put("size", upload.size());
      Entries.append(all, upload.path(), file);
    }
    return all;
  }

  List<Upload> uploads(String path) {
    return uploads.stream().filter(upload -> upload.path().equals(path)).toList();
  }

  @Override
  public String toString() {
    return "Draft[" + id + "]"; // never what a person entered
  }
}
