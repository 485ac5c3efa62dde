package ch.meinkonto.login;

import ch.meinkonto.account.AccountId;
import ch.meinkonto.account.DeviceKeys.Entry;
import ch.meinkonto.account.PersonalDataSource;
import ch.meinkonto.account.ReadablePart;
import ch.meinkonto.platform.web.Page;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** How somebody logs in, in the export: what they set up, and none of what it is proved by. */
@Component
@Order(10)
class LoginExport implements PersonalDataSource {

  private final Passkeys passkeys;
  private final Authenticators authenticators;
  private final SmsNumbers sms;
  private final RecoveryCodes recoveryCodes;

  LoginExport(
      Passkeys passkeys,
      Authenticators authenticators,
      SmsNumbers sms,
      RecoveryCodes recoveryCodes) {
    this.passkeys = passkeys;
    this.authenticators = authenticators;
    this.sms = sms;
    this.recoveryCodes = recoveryCodes;
  }

  @Override
  public String name() {
    return "login";
  }

  @Override
  public Object export(AccountId account, Locale language) {
    var export = new LinkedHashMap<String, Object>();
    export.put("passkeys", passkeys.all(account).stream().map(LoginExport::entry).toList());
    authenticators.find(account).ifPresent(app -> export.put("authenticator", entry(app)));
    sms.find(account).ifPresent(number -> export.put("sms", entry(account, number)));
    export.put("recoveryCodesLeft", recoveryCodes.left(account));
    return export;
  }

  @Override
  public ReadablePart readable(AccountId account, Page page) {
    var lines = new ArrayList<ReadablePart.Line>();
    for (var passkey : passkeys.all(account)) {
      var created = page.formats().date(passkey.createdAt());
      lines.add(
          new ReadablePart.Line(
              page.text("login.export.passkey"),
              null,
              List.of(passkey.name(), page.text("login.passkey.created", created))));
    }
    for (var app : authenticators.find(account).stream().toList()) {
      var created = page.formats().date(app.createdAt());
      lines.add(
          new ReadablePart.Line(
              page.text("login.app.title"),
              null,
              List.of(page.text("login.app.created", created))));
    }
    for (var number : sms.find(account).stream().toList()) {
      var created = page.formats().date(number.createdAt());
      lines.add(
          new ReadablePart.Line(
              page.text("login.sms.title"),
              null,
              List.of(readable(account), page.text("login.sms.created", created))));
    }
    var left = String.valueOf(recoveryCodes.left(account));
    lines.add(new ReadablePart.Line(page.text("login.export.recovery-codes"), null, List.of(left)));
    return new ReadablePart(
        page.text("login.export.title"), List.of(new ReadablePart.Chapter(null, null, lines)));
  }

  private static Map<String, Object> entry(Entry passkey) {
    var entry = new LinkedHashMap<String, Object>();
    entry.put("name", passkey.name());
    entry.put("createdAt", passkey.createdAt());
    if (passkey.lastUsedAt() != null) {
      entry.put("lastUsedAt", passkey.lastUsedAt());
    }
    return entry;
  }

  private Map<String, Object> entry(AccountId account, SmsNumber number) {
    var entry = new LinkedHashMap<String, Object>();
    entry.put("number", readable(account));
    entry.put("createdAt", number.createdAt());
    if (number.lastUsedAt() != null) {
      entry.put("lastUsedAt", number.lastUsedAt());
    }
    return entry;
  }

  private String readable(AccountId account) {
    return sms.number(account).map(MobileNumber::readable).orElse("");
  }

  private static Map<String, Object> entry(Authenticator app) {
    var entry = new LinkedHashMap<String, Object>();
    entry.put("createdAt", app.createdAt());
    if (app.lastUsedAt() != null) {
      entry.put("lastUsedAt", app.lastUsedAt());
    }
    return entry;
  }
}
