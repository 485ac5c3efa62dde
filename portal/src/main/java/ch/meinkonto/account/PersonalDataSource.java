package ch.meinkonto.account;

import ch.meinkonto.platform.web.Page;
import java.util.Locale;

/** What a module keeps about a person, for the export of their data. */
public interface PersonalDataSource {

  /** The name of the part, the same in every language, such as {@code messages}. */
  String name();

  /** Everything the module keeps about this account, as records, maps and lists. */
  Object export(AccountId account, Locale language);

  /** The same in words, for people. */
  ReadablePart readable(AccountId account, Page page);
}
