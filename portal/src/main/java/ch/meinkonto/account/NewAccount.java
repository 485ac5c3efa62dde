package ch.meinkonto.account;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What is needed to open an account; the person has proved that the address is theirs. */
public record NewAccount(
    AccountKind kind,
    PersonName name,
    @Nullable String company,
    EmailAddress email,
    Locale language) {}
