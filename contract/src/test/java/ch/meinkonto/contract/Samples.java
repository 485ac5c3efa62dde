package ch.meinkonto.contract;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Year;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Vreni Muster's request for a residents' parking permit, in every shape it takes. */
final class Samples {

  static final Instant NOW = Instant.parse("2026-11-24T08:15:30Z");
  static final RequestId REQUEST = RequestId.of("0199f1a0-0000-7000-8000-000000000001");
  static final DeliveryId DELIVERY = DeliveryId.of("0199f1a0-0000-7000-8000-0000000000d1");
  static final Reference REFERENCE = Reference.next(Year.of(2026));
  static final Map<String, String> TAGS =
      Map.of("metadata", "q83vq83vq83vq83vq83vqw", "data", "EjRWeBI0VngSNFZ4EjRWeA");

  static final ActivationLink LINK = new ActivationLink("lk-5b8e1f0c2d7a4936");

  private Samples() {}

  static Envelope envelope() {
    return new Envelope(
        REQUEST,
        SubmissionId.of(REQUEST),
        SubmissionKind.REQUEST,
        REFERENCE,
        "anwohnerparkkarte",
        1,
        "https://konto.example/schemas/anwohnerparkkarte/1.json",
        "dav",
        "p-6f1c0a",
        Assurance.LOGIN,
        "de",
        NOW,
        null,
        null);
  }

  static Sender sender() {
    return new Sender(
        Sender.Kind.PRIVATE,
        new Sender.Name("Vreni", "Muster"),
        null,
        new Sender.Contact(
            "vreni@example.ch",
            "+41 44 000 00 00",
            new Sender.PostalAddress("Beispielweg", "7", null, "8000", "Zürich", "CH")));
  }

  static Metadata metadata() {
    return new Metadata(
        envelope(),
        sender(),
        "kreis-4",
        List.of(
            new Metadata.Attachment(
                "attachment-1", "Fahrzeugausweis.pdf", "application/pdf", 48211, "vehicleLicence")),
        LINK);
  }

  static Receipt receipt() {
    return new Receipt(
        UUID.randomUUID().toString(),
        "https://konto.example",
        NOW,
        Receipt.Kind.RECEIVED,
        REQUEST,
        SubmissionId.of(REQUEST),
        REFERENCE,
        "anwohnerparkkarte",
        "dav",
        List.of(
            new Receipt.PartTag("metadata", "q83vq83vq83vq83vq83vqw"),
            new Receipt.PartTag("data", "EjRWeBI0VngSNFZ4EjRWeA")),
        null,
        null);
  }

  /** Evidence that Vreni opened what was delivered formally. */
  static Receipt evidence() {
    return new Receipt(
        UUID.randomUUID().toString(),
        "https://konto.example",
        NOW,
        Receipt.Kind.DELIVERY,
        REQUEST,
        SubmissionId.of("0199f1a0-0000-7000-8000-0000000000e1"),
        REFERENCE,
        "anwohnerparkkarte",
        "dav",
        List.of(),
        null,
        new Receipt.Delivered(
            "v-1",
            Formal.Kind.DECISION,
            DeliveryOutcome.NOT_OPENED,
            NOW,
            LocalDate.of(2026, 12, 1),
            List.of(new Receipt.Content("text", "ab".repeat(32)))));
  }

  static List<UnitEvent> events() {
    return List.of(
        new UnitEvent.RequestAccepted(DELIVERY, REFERENCE, TAGS),
        new UnitEvent.RequestRejected(
            DELIVERY, REFERENCE, TAGS, "no-vehicle", "Ohne Auto, keine Karte."),
        new UnitEvent.StateChanged(REQUEST, RequestState.DECIDED, "Die Karte ist bewilligt."),
        new UnitEvent.StateChanged(REQUEST, RequestState.IN_PROGRESS, null),
        new UnitEvent.Message(
            REQUEST,
            "Guten Tag, die Karte liegt bei.",
            List.of(Document.of("Karte.pdf", "application/pdf", new byte[] {1, 2, 3}))),
        new UnitEvent.Message(
            REQUEST,
            "Die Verfügung liegt bei.",
            List.of(),
            "v-1",
            Formal.of(Formal.Kind.DECISION).within(7).deemedThen()),
        new UnitEvent.Message(
            REQUEST, "Bitte kommen Sie.", List.of(), "v-2", Formal.of(Formal.Kind.SUMMONS)),
        new UnitEvent.Question(REQUEST, "q-1", "Wie lautet das Kontrollschild?", true),
        new UnitEvent.Question(
            REQUEST,
            "q-2",
            "Uns fehlt noch etwas.",
            false,
            Json.mapper()
                .readTree("[{\"id\":\"seit\",\"type\":\"date\",\"label\":\"Seit wann?\"}]")),
        new UnitEvent.Refund(
            REQUEST, "r-1", new BigDecimal("68.5"), "Der Kurs findet nicht statt."),
        new UnitEvent.ListPosition(
            REQUEST,
            List.of(
                new UnitEvent.ListPosition.Place("Areal Sonnenhang", 12, 140),
                new UnitEvent.ListPosition.Place("Areal Waldrand", 3, null))),
        new UnitEvent.ActivationConfirmed(DELIVERY, REFERENCE, TAGS, LINK),
        new UnitEvent.ActivationRefused(DELIVERY, REFERENCE, TAGS, ActivationRefusal.WRONG, 4),
        new UnitEvent.ActivationRefused(DELIVERY, REFERENCE, TAGS, ActivationRefusal.LOCKED, null),
        new UnitEvent.ActivationRevoked(LINK));
  }

  static SecurityEvent token(UnitEvent event) {
    return new SecurityEvent("dav", "https://konto.example", "jti-1", NOW, event);
  }
}
