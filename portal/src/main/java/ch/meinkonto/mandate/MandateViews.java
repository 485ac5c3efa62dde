package ch.meinkonto.mandate;

import ch.meinkonto.account.AccountId;
import ch.meinkonto.account.Accounts;
import ch.meinkonto.platform.web.Page;
import java.util.List;
import org.springframework.stereotype.Component;

/** Puts mandates into the words of a page’s language. */
@Component
class MandateViews {

  private final MandateRows rows;
  private final CoveredServices services;
  private final Accounts accounts;

  MandateViews(MandateRows rows, CoveredServices services, Accounts accounts) {
    this.rows = rows;
    this.services = services;
    this.accounts = accounts;
  }

  List<MandateView> given(AccountId giver, Page page) {
    return rows.given(giver).stream().map(mandate -> of(mandate, giver, page)).toList();
  }

  List<MandateView> held(AccountId holder, Page page) {
    return rows.held(holder).stream().map(mandate -> of(mandate, holder, page)).toList();
  }

  /** As the reader sees it, who is one of the two or is about to be. */
  MandateView of(Mandate mandate, AccountId reader, Page page) {
    return new MandateView(
        mandate.id(),
        accounts.called(mandate.other(reader)).orElse(""),
        mandate.services().stream().map(id -> services.name(id, page.locale())).toList(),
        page.formats().date(mandate.lastDay()),
        mandate.lapsesAt() == null ? "" : page.formats().date(mandate.lapsesAt()),
        mandate.state() == MandateState.ACCEPTED,
        mandate.state() == MandateState.ACTIVE);
  }
}
