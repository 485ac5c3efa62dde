package ch.meinkonto.booking;

import ch.meinkonto.account.AccountId;
import ch.meinkonto.account.OverviewRow;
import org.springframework.stereotype.Component;

/** The account’s overview leads to what one waits for. */
@Component
class WaitingRow implements OverviewRow {

  private final WaitingRows rows;

  WaitingRow(WaitingRows rows) {
    this.rows = rows;
  }

  @Override
  public String texts() {
    return "booking.waiting.row";
  }

  @Override
  public String page() {
    return WaitingPages.OWN;
  }

  @Override
  public boolean shown(AccountId account) {
    return rows.count(account.value()) > 0;
  }
}
