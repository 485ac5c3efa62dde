package ch.meinkonto.payment;

import ch.meinkonto.operations.Attention;
import ch.meinkonto.operations.Attention.Urgency;
import ch.meinkonto.operations.NeedsAttention;
import ch.meinkonto.operations.StaffMember;
import ch.meinkonto.platform.web.Page;
import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Says on the overview that there is money to look after. */
@Component
@Order(20)
class BooksAttention implements NeedsAttention {

  private final Books books;

  BooksAttention(Books books) {
    this.books = books;
  }

  @Override
  public List<Attention> look(StaffMember who, Page page) {
    var open = who.seesAll() ? books.differences().size() : 0;
    return open == 0
        ? List.of()
        : List.of(
            new Attention(
                Urgency.SOON,
                page.text("payment.attention", open),
                page.text("payment.attention.text"),
                BooksPages.PATH));
  }
}
