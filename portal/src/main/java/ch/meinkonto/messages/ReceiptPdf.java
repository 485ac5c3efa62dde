package ch.meinkonto.messages;

import ch.meinkonto.contract.Checked;
import ch.meinkonto.contract.DeliveryOutcome;
import ch.meinkonto.contract.Receipt;
import ch.meinkonto.contract.Receipts;
import ch.meinkonto.platform.crypto.SigningKeys;
import ch.meinkonto.platform.web.Formats;
import ch.meinkonto.platform.web.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * A receipt as a document to keep: what was received, when, for whom; or how a formal delivery
 * went. The signed receipt itself is inside, so that whoever gets the document can check it.
 */
@Component
class ReceiptPdf {

  private final SignedPaper paper;
  private final Texts texts;
  private final CityNames names;
  private final SigningKeys keys;

  ReceiptPdf(SignedPaper paper, Texts texts, CityNames names, SigningKeys keys) {
    this.paper = paper;
    this.texts = texts;
    this.names = names;
    this.keys = keys;
  }

  /** The document, in the reader's language. */
  byte[] of(OpenedThread thread, String jws, Locale locale) {
    var receipt =
        switch (Receipts.verify(jws, keys.published())) {
          case Checked.Valid<Receipt>(Receipt valid) -> valid;
          case Checked.Invalid<Receipt>(var flaw) ->
              throw new IllegalStateException("The receipt of " + thread.id() + ": " + flaw);
        };
    var delivery = receipt.delivery();
    var words =
        delivery == null
            ? receipt(thread, receipt, locale)
            : evidence(thread, receipt, delivery, locale);
    return paper.of(words, receipt.reference().value(), jws, locale);
  }

  private SignedPaper.Words receipt(OpenedThread thread, Receipt receipt, Locale locale) {
    var facts = new ArrayList<Map.Entry<String, String>>();
    facts.add(fact(locale, "reference", receipt.reference().value()));
    facts.add(fact(locale, "received", new Formats(locale).moment(receipt.issuedAt())));
    facts.addAll(about(thread, receipt, locale));
    var parts = new ArrayList<Map.Entry<String, String>>();
    int attachment = 0;
    for (var part : receipt.parts()) {
      var name =
          switch (part.name()) {
            case "metadata" -> text(locale, "part.metadata");
            case "data" -> text(locale, "part.data");
            default -> text(locale, "part.attachment", ++attachment);
          };
      parts.add(Map.entry(name, part.tag()));
    }
    return new SignedPaper.Words(
        text(locale, "title"),
        text(locale, "lead"),
        facts,
        text(locale, "parts"),
        parts,
        text(locale, "parts.note"));
  }

  private SignedPaper.Words evidence(
      OpenedThread thread, Receipt receipt, Receipt.Delivered delivery, Locale locale) {
    var formats = new Formats(locale);
    boolean opened = delivery.outcome() == DeliveryOutcome.OPENED;
    var facts = new ArrayList<Map.Entry<String, String>>();
    facts.add(fact(locale, "reference", receipt.reference().value()));
    facts.add(
        fact(locale, "formal.kind", texts.text(locale, FormalReading.kindKey(delivery.kind()))));
    facts.add(fact(locale, "formal.arrived", formats.moment(delivery.arrivedAt())));
    facts.add(
        fact(
            locale,
            opened ? "formal.opened" : "formal.not-opened",
            formats.moment(receipt.issuedAt())));
    var deemedOn = delivery.deemedOn();
    if (deemedOn != null) {
      facts.add(fact(locale, "formal.deemed", formats.date(deemedOn)));
    }
    facts.addAll(about(thread, receipt, locale));
    return new SignedPaper.Words(
        text(locale, "formal.title"),
        text(locale, opened ? "formal.lead.opened" : "formal.lead.not-opened"),
        facts,
        text(locale, "formal.parts"),
        delivery.contents().stream().map(part -> part(part, locale)).toList(),
        text(locale, "formal.parts.note"));
  }

  private Map.Entry<String, String> part(Receipt.Content part, Locale locale) {
    var number = part.name().substring(part.name().indexOf('-') + 1);
    return Map.entry(
        part.name().equals("text")
            ? text(locale, "formal.part.text")
            : text(locale, "formal.part.document", number),
        part.sha256());
  }

  private List<Map.Entry<String, String>> about(
      OpenedThread thread, Receipt receipt, Locale locale) {
    var facts = new ArrayList<Map.Entry<String, String>>();
    facts.add(fact(locale, "service", names.service(thread.subject(), locale)));
    facts.add(fact(locale, "unit", names.unit(thread.subject(), locale)));
    var actor = thread.subject().actor();
    if (actor != null) {
      facts.add(fact(locale, "actor", actor));
    }
    facts.add(fact(locale, "id", receipt.id()));
    return facts;
  }

  private Map.Entry<String, String> fact(Locale locale, String key, String value) {
    return Map.entry(text(locale, key), value);
  }

  private String text(Locale locale, String key, Object... arguments) {
    return texts.text(locale, "messages.pdf." + key, arguments);
  }
}
