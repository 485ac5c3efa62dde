package ch.meinkonto.operations;

import ch.meinkonto.account.AccountId;
import ch.meinkonto.account.Accounts;
import ch.meinkonto.directory.Directory;
import ch.meinkonto.directory.Slug;
import ch.meinkonto.directory.UnitId;
import ch.meinkonto.platform.web.Page;
import org.springframework.stereotype.Component;

/** What staff and units are called on the desk's pages. */
@Component
public class Names {

  private final Accounts accounts;
  private final Directory directory;

  Names(Accounts accounts, Directory directory) {
    this.accounts = accounts;
    this.directory = directory;
  }

  /** Somebody of the staff, as their account says; only a word when it is closed. */
  public String staff(AccountId account, Page page) {
    return accounts
        .find(account)
        .map(known -> known.name().full())
        .orElseGet(() -> page.text("operations.account-closed"));
  }

  /** A unit; its id when the city does not know it any more. */
  public String unit(String id, Page page) {
    return Slug.fits(id) ? directory.name(new UnitId(id), page.locale()) : id;
  }
}
