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
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import tools.jackson.core.JacksonException;

/**
 * Makes a request of a delivery's sealed parts. Sealing alone does not say who sealed: the portal's
 * signed receipt does, over the tags of all parts.
 */
final class Unsealing {

  /** What came of a delivery. */
  sealed interface Result {
    record Intact(ReceivedRequest request) implements Result {}

    record Unreadable(String reason) implements Result {}
  }

  private static final class Unfit extends Exception {
    Unfit(String reason) {
      super(reason);
    }
  }

  private final String unitId;
  private final Opening opening;
  private final PortalKeys portalKeys;

  Unsealing(String unitId, Opening opening, PortalKeys portalKeys) {
    this.unitId = unitId;
    this.opening = opening;
    this.portalKeys = portalKeys;
  }

  Result unseal(Delivery delivery, Function<Part, String> fetch) {
    try {
      checkReceipt(delivery);
      Map<String, byte[]> contents = new HashMap<>();
      for (Part part : delivery.parts()) {
        contents.put(part.name(), open(delivery, part, fetch.apply(part)));
      }
      return new Result.Intact(request(delivery, contents));
    } catch (JacksonException | IllegalArgumentException e) {
      return new Result.Unreadable("content-not-as-described");
    } catch (Unfit e) {
      return new Result.Unreadable(String.valueOf(e.getMessage()));
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

  private static ReceivedRequest request(Delivery delivery, Map<String, byte[]> contents)
      throws Unfit {
    Metadata metadata = Json.read(content(contents, Part.METADATA), Metadata.class);
    Envelope sealed = metadata.envelope();
    if (!sealed.submissionId().equals(delivery.envelope().submissionId())
        || !sealed.requestId().equals(delivery.envelope().requestId())) {
      throw new Unfit("metadata-of-something-else");
    }
    List<ReceivedAttachment> attachments = new java.util.ArrayList<>();
    for (Metadata.Attachment about : metadata.attachments()) {
      attachments.add(new ReceivedAttachment(about, content(contents, about.part())));
    }
    return new ReceivedRequest(
        metadata,
        Json.mapper().readTree(content(contents, Part.DATA)),
        attachments,
        delivery.receipt(),
        delivery.attempt());
  }

  private static byte[] content(Map<String, byte[]> contents, String name) throws Unfit {
    byte[] content = contents.get(name);
    if (content == null) {
      throw new Unfit(name + "-missing");
    }
    return content;
  }
}
