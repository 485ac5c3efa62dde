package ch.meinkonto.connector.handover;

import ch.meinkonto.contract.Document;
import java.util.ArrayList;
import java.util.List;

/** The documents of a word: with harmless names, and together no larger than the portal takes. */
public final class Enclosures {

  /** How large they may be together, in bytes. */
  public static final int LARGEST_TOGETHER = 10 * 1024 * 1024;

  private final List<Document> documents = new ArrayList<>();
  private int room = LARGEST_TOGETHER;

  /** How large the next one may be, in bytes. */
  public int room() {
    return room;
  }

  /** One more. */
  public void add(String name, byte[] content) throws Unusable {
    if (content.length > room) {
      throw new Unusable("Die Dokumente sind zusammen grösser als 10 MB.");
    }
    room -= content.length;
    String shown = SafeName.of(name);
    documents.add(Document.of(shown, MediaTypes.of(shown), content));
  }

  /** All of them, in their order. */
  public List<Document> all() {
    return List.copyOf(documents);
  }
}
