package ch.meinkonto.payment;

import ch.meinkonto.operations.Audit;
import ch.meinkonto.operations.AuditEntry;
import ch.meinkonto.operations.StaffMember;
import ch.meinkonto.platform.crypto.Sha256;
import ch.meinkonto.platform.web.Formats;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Takes in what the bank says, all of a file or nothing: each credit once, each file once. */
@Component
class BankImport {

  private static final int DAYS = 30; // where nobody is paid by invoice any more

  private final BankCredits credits;
  private final PaymentLedger payments;
  private final Creditors creditors;
  private final Audit audit;

  BankImport(BankCredits credits, PaymentLedger payments, Creditors creditors, Audit audit) {
    this.credits = credits;
    this.payments = payments;
    this.creditors = creditors;
    this.audit = audit;
  }

  /** What came of a file. */
  sealed interface Outcome {

    /**
     * It is read.
     *
     * @param known how many of its credits stood in an earlier file
     */
    record Read(Map<Finding, Integer> found, int known) implements Outcome {

      int that(boolean pays) {
        return found.entrySet().stream()
            .filter(one -> one.getKey().pays() == pays)
            .mapToInt(Map.Entry::getValue)
            .sum();
      }
    }

    /** The very same file was read before; nothing changes. */
    record ReadBefore(Instant at) implements Outcome {}

    /** It is no notification of credits. */
    record Unreadable() implements Outcome {}
  }

  @Transactional
  public Outcome read(StaffMember who, byte[] file) {
    var notified = Camt054.read(file);
    if (notified.isEmpty()) {
      return new Outcome.Unreadable();
    }
    credits.alone();
    var before = credits.readBefore(Sha256.of(file));
    if (before.isPresent()) {
      return new Outcome.ReadBefore(before.get());
    }
    credits.note(Sha256.of(file));
    var outcome = enter(notified.get());
    audit.record(
        AuditEntry.by(who, "bank-file-read", null, null, Integer.toString(notified.get().size())));
    return outcome;
  }

  private Outcome enter(List<BankCredit> notified) {
    var found = new EnumMap<Finding, Integer>(Finding.class);
    var known = 0;
    for (var credit : notified) {
      if (credits.isKnown(credit)) {
        known++;
        continue;
      }
      var payment =
          credit.number().isPresent()
              ? payments.lockNumber(credit.number().getAsLong()).orElse(null)
              : null;
      var finding = credit.reversed() ? Finding.REVERSED : arrived(credit, payment);
      credits.add(credit, payment == null ? null : payment.id(), finding);
      found.merge(finding, 1, Integer::sum);
    }
    return new Outcome.Read(found, known);
  }

  private Finding arrived(BankCredit credit, @Nullable Payment payment) {
    if (payment == null) {
      return credit.reference() == null ? Finding.NO_REFERENCE : Finding.UNKNOWN_REFERENCE;
    }
    return switch (payment.state()) {
      case PAID, REFUNDED -> Finding.TWICE;
      case DROPPED -> Finding.NOT_OWED;
      case OPEN -> Finding.UNKNOWN_REFERENCE; // nobody has an invoice of it yet
      case INVOICED -> paid(credit, payment);
    };
  }

  private Finding paid(BankCredit credit, Payment payment) {
    if (credit.amount().compareTo(payment.amount()) != 0 || !credit.currency().equals("CHF")) {
      return Finding.WRONG_AMOUNT;
    }
    payments.move(payment, PaymentState.PAID, Way.INVOICE);
    var until =
        LocalDate.ofInstant(payment.stateSince(), Formats.ZONE)
            .plusDays(creditors.find().map(Creditor::days).orElse(DAYS));
    return credit.bookedOn().isAfter(until) ? Finding.LATE : Finding.MATCHED;
  }
}
