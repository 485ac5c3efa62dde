package ch.meinkonto.connector.files;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.util.List;

/** Moves what was dealt with out of the way; never over something that lies there. */
public final class Filing {

  private final Store store;

  public Filing(Store store) {
    this.store = store;
  }

  /** The documents go first: as long as the word is there, the work is not finished. */
  void done(String word, List<String> documents) throws IOException {
    for (String document : documents) {
      if (store.exists(document)) {
        done(document, Names.DONE);
      }
    }
    done(word, Names.DONE);
  }

  /** Moves a file that was dealt with into a folder. */
  public void done(String file, String folder) throws IOException {
    store.rename(file, free(folder, file));
    store.force(folder);
  }

  /**
   * Moves a file that cannot be dealt with into a folder, with the reason beside it. What it names
   * stays: whoever mends the file moves it back.
   */
  public void failed(String file, String folder, String reason) throws IOException {
    String target = free(folder, file);
    String why = target + Names.REASON;
    store.delete(why);
    store.write(why, (reason + "\n").getBytes(UTF_8));
    store.rename(file, target);
    store.force(folder);
  }

  private String free(String folder, String file) throws IOException {
    String name = Names.last(file);
    int dot = name.lastIndexOf('.') > 0 ? name.lastIndexOf('.') : name.length();
    String free = folder + "/" + name;
    for (int n = 2; store.exists(free); n++) {
      free = folder + "/" + name.substring(0, dot) + "-" + n + name.substring(dot);
    }
    return free;
  }
}
