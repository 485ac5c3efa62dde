package ch.meinkonto.payment;

import ch.meinkonto.directory.CityFolder;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Whom invoices are paid to, as the city’s folder says now. */
@Component
class Creditors {

  private final CityFolder folder;

  Creditors(CityFolder folder) {
    this.folder = folder;
  }

  Optional<Creditor> find() {
    return folder.get(CreditorFile.Read.class).creditor();
  }
}
