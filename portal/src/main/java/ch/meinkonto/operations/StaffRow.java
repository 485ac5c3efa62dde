package ch.meinkonto.operations;

import ch.meinkonto.account.AccountId;
import ch.meinkonto.account.OverviewRow;
import org.springframework.stereotype.Component;

/** Leads staff from their account to the desk. */
@Component
class StaffRow implements OverviewRow {

  private final Staff staff;

  StaffRow(Staff staff) {
    this.staff = staff;
  }

  @Override
  public String texts() {
    return "operations.row";
  }

  @Override
  public String page() {
    return DeskDoor.PATH;
  }

  @Override
  public boolean shown(AccountId account) {
    return staff.find(account).isPresent();
  }
}
