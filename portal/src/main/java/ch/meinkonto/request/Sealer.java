package ch.meinkonto.request;

import ch.meinkonto.account.AccountId;
import ch.meinkonto.catalogue.ServiceId;
import ch.meinkonto.contract.ActivationLink;
import ch.meinkonto.contract.Envelope;
import ch.meinkonto.contract.Json;
import ch.meinkonto.contract.Metadata;
import ch.meinkonto.contract.Part;
import ch.meinkonto.contract.SealedPart;
import ch.meinkonto.contract.Sealing;
import ch.meinkonto.contract.Sender;
import ch.meinkonto.directory.UnitId;
import ch.meinkonto.directory.UnitKeys;
import com.nimbusds.jose.jwk.JWK;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Seals what a resident sends, each part apart, and signs the receipt over the seals. */
@Component
public class Sealer {

  private final UnitKeys keys;
  private final Senders senders;
  private final ReceiptDesk receipts;
  private final ObjectProvider<Links> links;
  private final Map<UnitId, Prepared> prepared = new ConcurrentHashMap<>();

  private record Prepared(JWK key, Sealing sealing) {}

  Sealer(UnitKeys keys, Senders senders, ReceiptDesk receipts, ObjectProvider<Links> links) {
    this.keys = keys;
    this.senders = senders;
    this.receipts = receipts;
    this.links = links;
  }

  /**
   * Seals something that is no request, such as the code of a letter, for the unit that its
   * envelope names; empty when the unit has no key that can be used.
   */
  public Optional<SealedSubmission> seal(Envelope envelope, AccountId account, byte[] data) {
    return sealingFor(new UnitId(envelope.unit()))
        .map(sealing -> seal(sealing, envelope, account, data, null, List.of()));
  }

  /** Seals what nobody sent, but somebody could have, for a key. */
  public SealedSubmission sealMadeUp(
      JWK key,
      Envelope envelope,
      @Nullable Sender sender,
      byte[] data,
      @Nullable String office,
      List<Attachment> attachments) {
    return seal(
        Sealing.forKey(key),
        envelope,
        data,
        attachments,
        described -> new Metadata(envelope, sender, office, described, null));
  }

  /** The unit's newest key, ready for sealing; empty when it has none that can be used. */
  Optional<Sealing> sealingFor(UnitId unit) {
    return keys.sealingKey(unit)
        .map(key -> prepared.compute(unit, (_, known) -> prepare(key, known)).sealing());
  }

  private static Prepared prepare(JWK key, @Nullable Prepared known) {
    return known != null && known.key().equals(key)
        ? known
        : new Prepared(key, Sealing.forKey(key));
  }

  SealedSubmission seal(
      Sealing sealing,
      Envelope envelope,
      @Nullable AccountId account,
      byte[] data,
      @Nullable String office,
      List<Attachment> attachments) {
    return seal(sealing, envelope, account, data, office, attachments, List.of());
  }

  /**
   * A request.
   *
   * @param copies the units that get a part of it, too
   */
  SealedSubmission seal(
      Sealing sealing,
      Envelope envelope,
      @Nullable AccountId account,
      byte[] data,
      @Nullable String office,
      List<Attachment> attachments,
      List<String> copies) {
    var sender = account == null ? null : senders.sender(account);
    var link = link(envelope, account);
    return seal(
        sealing,
        envelope,
        data,
        attachments,
        described ->
            new Metadata(
                envelope, sender, office, described, link, null, copies.isEmpty() ? null : copies));
  }

  /**
   * Something about a request, for a unit that does not decide it and need not know whose it is.
   */
  SealedSubmission sealCopy(
      Sealing sealing,
      Envelope envelope,
      UnitId inCharge,
      byte[] data,
      List<Attachment> attachments) {
    return seal(
        sealing,
        envelope,
        data,
        attachments,
        described -> new Metadata(envelope, null, null, described, null, inCharge.value(), null));
  }

  private SealedSubmission seal(
      Sealing sealing,
      Envelope envelope,
      byte[] data,
      List<Attachment> attachments,
      Function<List<Metadata.Attachment>, Metadata> about) {
    var seal = sealing.forSubmission(envelope.submissionId());
    var described = new ArrayList<Metadata.Attachment>();
    var parts = new ArrayList<SealedPart>();
    for (var attachment : attachments) {
      var name = Part.attachment(described.size() + 1);
      described.add(
          new Metadata.Attachment(
              name,
              attachment.fileName(),
              attachment.mediaType(),
              attachment.content().length,
              attachment.field()));
      parts.add(seal.seal(name, attachment.mediaType(), attachment.content()));
    }
    var metadata = Json.bytes(about.apply(described));
    parts.addFirst(seal.seal(Part.DATA, "application/json", data));
    parts.addFirst(seal.seal(Part.METADATA, "application/json", metadata));
    return new SealedSubmission(envelope, parts, receipts.received(envelope, parts));
  }

  /** How the unit calls the sender, once it has activated them for the service. */
  private @Nullable ActivationLink link(Envelope envelope, @Nullable AccountId account) {
    return account == null || envelope.kind().ofActivation()
        ? null
        : links.stream()
            .findFirst()
            .flatMap(known ->
                known.of(account, new ServiceId(envelope.service()), new UnitId(envelope.unit())))
            .orElse(null);
  }
}
