package ch.meinkonto.request;

import ch.meinkonto.account.AccountId;
import ch.meinkonto.catalogue.ServiceId;
import ch.meinkonto.contract.ActivationLink;
import ch.meinkonto.contract.Envelope;
import ch.meinkonto.contract.Json;
import ch.meinkonto.contract.Metadata;
import ch.meinkonto.contract.Part;
import ch.meinkonto.contract.Sealing;
import ch.meinkonto.contract.Sender;
import ch.meinkonto.directory.UnitId;
import ch.meinkonto.directory.UnitKeys;
import com.nimbusds.jose.jwk.JWK;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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
  private final Staging staging;
  private final Map<UnitId, Prepared> prepared = new ConcurrentHashMap<>();

  private record Prepared(JWK key, Sealing sealing) {}

  Sealer(
      UnitKeys keys,
      Senders senders,
      ReceiptDesk receipts,
      ObjectProvider<Links> links,
      Staging staging) {
    this.keys = keys;
    this.senders = senders;
    this.receipts = receipts;
    this.links = links;
    this.staging = staging;
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
    return pack(
        new Packing(Sealing.forKey(key).forSubmission(envelope.submissionId())),
        envelope,
        data,
        attachments,
        described -> new Metadata(envelope, sender, office, described, null));
  }

  /** Seals something about what nobody sent, for the key of a unit that would not decide it. */
  public SealedSubmission sealMadeUpCopy(
      JWK key, Envelope envelope, UnitId inCharge, byte[] data, List<Attachment> attachments) {
    return pack(
        new Packing(Sealing.forKey(key).forSubmission(envelope.submissionId())),
        envelope,
        data,
        attachments,
        described ->
            new Metadata(envelope, null, null, described, null, inCharge.value(), null, null));
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
    return seal(sealing, envelope, account, null, data, office, attachments, List.of());
  }

  /**
   * A request.
   *
   * @param acting who sends it for the account; null when its owner does
   * @param copies the units that get a part of it, too
   */
  SealedSubmission seal(
      Sealing sealing,
      Envelope envelope,
      @Nullable AccountId account,
      @Nullable Acting acting,
      byte[] data,
      @Nullable String office,
      List<Attachment> attachments,
      List<String> copies) {
    var sender = account == null ? null : senders.sender(account);
    var link = link(envelope, account);
    var actor =
        acting == null
            ? null
            : senders.actor(Objects.requireNonNull(acting.actor()), new UnitId(envelope.unit()));
    return seal(
        sealing,
        envelope,
        data,
        attachments,
        described ->
            new Metadata(
                envelope,
                sender,
                office,
                described,
                link,
                null,
                copies.isEmpty() ? null : copies,
                actor));
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
        described ->
            new Metadata(envelope, null, null, described, null, inCharge.value(), null, null));
  }

  /** Attachments that are large together do not stay here: they are where they will lie. */
  private SealedSubmission seal(
      Sealing sealing,
      Envelope envelope,
      byte[] data,
      List<Attachment> attachments,
      Function<List<Metadata.Attachment>, Metadata> about) {
    var seal = sealing.forSubmission(envelope.submissionId());
    var together = attachments.stream().mapToLong(one -> one.content().size()).sum();
    var packing =
        together <= Part.FRAGMENT
            ? new Packing(seal)
            : new Packing(
                seal, (part, position) -> staging.stage(envelope.submissionId(), position, part));
    return pack(packing, envelope, data, attachments, about);
  }

  private SealedSubmission pack(
      Packing packing,
      Envelope envelope,
      byte[] data,
      List<Attachment> attachments,
      Function<List<Metadata.Attachment>, Metadata> about) {
    attachments.forEach(packing::attach);
    packing.begin(Json.bytes(about.apply(packing.described())), data);
    return new SealedSubmission(
        envelope, packing.held(), receipts.received(envelope, packing.tags()));
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
