package ch.meinkonto.unit;

import ch.meinkonto.contract.Checked.Invalid;
import ch.meinkonto.contract.Checked.Valid;
import ch.meinkonto.contract.Delivery;
import ch.meinkonto.contract.Envelope;
import ch.meinkonto.contract.Json;
import ch.meinkonto.contract.Metadata;
import ch.meinkonto.contract.Opening;
import ch.meinkonto.contract.Opening.Damaged;
import ch.meinkonto.contract.Opening.NotForUs;
import ch.meinkonto.contract.Opening.Opened;
import ch.meinkonto.contract.Part;
import ch.meinkonto.contract.Receipt;
import ch.meinkonto.contract.Receipts;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import tools.jackson.core.JacksonException;

/**
 * Makes a request of a delivery's sealed parts. Sealing alone does not say who sealed: the portal's
 * signed receipt does, over the tags of all parts.
 */
final class Unsealing {

  /** What came of a delivery; to be closed when nobody reads its attachments any more. */
  sealed interface Result extends AutoCloseable {

    /** Opened. */
    record Intact(ReceivedRequest request, UnsealedParts parts) implements Result {
      @Override
      public void close() {
        parts.close();
      }
    }

    /** Not what the portal sealed, or not for us. */
    record Unreadable(String reason) implements Result {}

    /** There is no place here to keep it while it is worked on. */
    record NoRoom() implements Result {}

    @Override
    default void close() {}
  }

  private static final class Unfit extends Exception {
    Unfit(String reason) {
      super(reason);
    }
  }

  private static final Logger LOG = System.getLogger("ch.meinkonto.unit");

  private final String unitId;
  private final Opening opening;
  private final PortalKeys portalKeys;

  Unsealing(String unitId, Opening opening, PortalKeys portalKeys) {
    this.unitId = unitId;
    this.opening = opening;
    this.portalKeys = portalKeys;
  }

  Result unseal(Delivery delivery, Function<Part, String> fetch) {
    UnsealedParts parts = UnsealedParts.of(delivery, opening);
    boolean intact = false;
    try {
      Result result = unseal(delivery, fetch, parts);
      intact = result instanceof Result.Intact;
      return result;
    } finally {
      if (!intact) {
        parts.close();
      }
    }
  }

  private Result unseal(Delivery delivery, Function<Part, String> fetch, UnsealedParts parts) {
    try {
      checkReceipt(delivery);
      for (Part part : delivery.parts()) {
        String jwe = fetch.apply(part);
        parts.add(part, open(delivery, part, jwe), jwe);
      }
      return new Result.Intact(request(delivery, parts), parts);
    } catch (JacksonException | IllegalArgumentException e) {
      return new Result.Unreadable("content-not-as-described");
    } catch (Unfit e) {
      return new Result.Unreadable(String.valueOf(e.getMessage()));
    } catch (IOException e) {
      LOG.log(Level.ERROR, "No temporary file for a large delivery can be written", e);
      return new Result.NoRoom();
    }
  }

  private void checkReceipt(Delivery delivery) throws Unfit {
    Receipt receipt =
        switch (portalKeys.verify(keys -> Receipts.verify(delivery.receipt(), keys))) {
          case Valid<Receipt>(Receipt valid) -> valid;
          case Invalid<Receipt>(var flaw) -> throw new Unfit("receipt-" + flaw);
        };
    Set<Receipt.PartTag> signed = new HashSet<>(receipt.parts());
    Set<Receipt.PartTag> brought = new HashSet<>();
    delivery.parts().forEach(part -> brought.add(new Receipt.PartTag(part.name(), part.tag())));
    if (!signed.equals(brought)
        || !receipt.submissionId().equals(delivery.envelope().submissionId())
        || !receipt.unit().equals(unitId)) {
      throw new Unfit("receipt-of-something-else");
    }
  }

  private byte[] open(Delivery delivery, Part part, String jwe) throws Unfit {
    return switch (opening.open(jwe, part.name(), delivery.envelope().submissionId())) {
      case Opened opened when opened.tag().equals(part.tag()) -> opened.content();
      case Opened _ -> throw new Unfit(part.name() + "-other-tag");
      case NotForUs(String kid) -> throw new Unfit("sealed-for-unknown-key " + kid);
      case Damaged(var damage) -> throw new Unfit(part.name() + "-" + damage);
    };
  }

  private static ReceivedRequest request(Delivery delivery, UnsealedParts parts) throws Unfit {
    Metadata metadata = Json.read(held(parts, Part.METADATA), Metadata.class);
    Envelope sealed = metadata.envelope();
    if (!sealed.submissionId().equals(delivery.envelope().submissionId())
        || !sealed.requestId().equals(delivery.envelope().requestId())) {
      throw new Unfit("metadata-of-something-else");
    }
    List<ReceivedAttachment> attachments = new ArrayList<>();
    for (Metadata.Attachment about : metadata.attachments()) {
      for (String name : about.parts()) {
        if (!parts.has(name)) {
          throw new Unfit(name + "-missing");
        }
      }
      attachments.add(parts.attachment(about));
    }
    return new ReceivedRequest(
        metadata,
        Json.mapper().readTree(held(parts, Part.DATA)),
        attachments,
        delivery.receipt(),
        delivery.attempt());
  }

  private static byte[] held(UnsealedParts parts, String name) throws Unfit {
    return parts.held(name).orElseThrow(() -> new Unfit(name + "-missing"));
  }
}
