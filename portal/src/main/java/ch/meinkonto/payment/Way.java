package ch.meinkonto.payment;

import java.util.Locale;

/** How something is paid. */
public enum Way {
  /** At once, over the payment provider: by card or app. */
  ONLINE,
  /** Later, by QR-bill. */
  INVOICE;

  String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  static Way ofCode(String code) {
    return valueOf(code.toUpperCase(Locale.ROOT));
  }
}
