package ch.meinkonto.simulator.payment;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What the API, and each notice, says of a transaction. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Status(
    String transactionId,
    String merchantId,
    String type,
    String status,
    String currency,
    String refno,
    @Nullable String paymentMethod,
    Detail detail,
    List<Transaction.Event> history) {

  /** How much was reserved, and how much booked. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Detail(@Nullable Money authorize, @Nullable Money settle) {}

  /** In Rappen. */
  record Money(long amount) {}

  static Status of(Transaction transaction) {
    var money = new Money(transaction.amount());
    return new Status(
        transaction.id(),
        Merchant.ID,
        "payment",
        transaction.status().name().toLowerCase(Locale.ROOT),
        "CHF",
        transaction.refno(),
        transaction.method(),
        switch (transaction.status()) {
          case AUTHORIZED -> new Detail(money, null);
          case SETTLED -> new Detail(money, money);
          case INITIALIZED, CANCELED, FAILED -> new Detail(null, null);
        },
        transaction.history());
  }
}
