package ch.meinkonto.mandate;

import ch.meinkonto.account.AccountId;
import ch.meinkonto.account.OverviewRow;
import org.springframework.stereotype.Component;

/** Leads from the account to its mandates. */
@Component
class MandateRow implements OverviewRow {

  @Override
  public String texts() {
    return "mandate.row";
  }

  @Override
  public String page() {
    return MandatePages.PATH;
  }

  @Override
  public boolean shown(AccountId account) {
    return true;
  }
}
