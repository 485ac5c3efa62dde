package ch.meinkonto.messages;

/** Where a resident looks for threads. */
enum Folder {
  INBOX("", "archived_at IS NULL"),
  UNREAD("ungelesen", "archived_at IS NULL AND unread > 0"),
  FORMAL("zustellungen", "unopened"),
  ARCHIVE("archiv", "archived_at IS NOT NULL"),
  ALL("alles", "true");

  private final String code;
  private final String condition;

  Folder(String code, String condition) {
    this.code = code;
    this.condition = condition;
  }

  String code() {
    return code;
  }

  /** As in the partial index that serves it. */
  String condition() {
    return condition;
  }

  /** The address of its page. */
  String path() {
    return code.isEmpty() ? "/mitteilungen" : "/mitteilungen?ordner=" + code;
  }

  static Folder of(String code) {
    for (var folder : values()) {
      if (folder.code.equals(code)) {
        return folder;
      }
    }
    return INBOX;
  }
}
