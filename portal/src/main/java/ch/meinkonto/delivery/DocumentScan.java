package ch.meinkonto.delivery;

import ch.meinkonto.contract.Document;
import ch.meinkonto.contract.ProblemType;
import ch.meinkonto.contract.UnitEvent;
import ch.meinkonto.platform.upload.Content;
import ch.meinkonto.platform.upload.VirusScanner;
import org.springframework.stereotype.Component;

/** What units send to residents is looked at, too: whoever opens it trusts the city. */
@Component
class DocumentScan {

  private final VirusScanner scanner;

  DocumentScan(VirusScanner scanner) {
    this.scanner = scanner;
  }

  /**
   * Looks at the documents of a message.
   *
   * @throws Refusal when one is infected, or nobody could look at it
   */
  void look(UnitEvent event) {
    if (event instanceof UnitEvent.Message message) {
      message.documents().forEach(this::look);
    }
  }

  private void look(Document document) {
    switch (scanner.look(Content.of(bytes(document)))) {
      case CLEAN -> {}
      case INFECTED -> throw new Refusal(ProblemType.INVALID_EVENT, "infected-document");
      case NOT_SCANNED -> throw new Refusal(ProblemType.UNAVAILABLE);
    }
  }

  /** What is not base64 is refused by {@link Words}, in its turn. */
  private static byte[] bytes(Document document) {
    try {
      return document.bytes();
    } catch (IllegalArgumentException e) {
      return new byte[0];
    }
  }
}
