package ch.meinkonto.form;

import ch.meinkonto.catalogue.Audience;
import ch.meinkonto.catalogue.Level;
import ch.meinkonto.platform.web.Refused;
import ch.meinkonto.platform.web.Visitor;
import java.util.Optional;

/** What somebody has to prove about themselves before they can send a form. */
public enum Missing {
  NOTHING,
  LOGIN,
  MANDATE,
  PRIVATE_ACCOUNT,
  BUSINESS_ACCOUNT,
  SECOND_FACTOR,
  ACTIVATION,
  ACTIVATION_OF_OTHER;

  /** What a request without it is refused for. */
  Optional<Refused> refused() {
    return switch (this) {
      case NOTHING -> Optional.empty();
      case LOGIN -> Optional.of(Refused.LOGIN);
      case MANDATE -> Optional.of(Refused.MANDATE);
      case PRIVATE_ACCOUNT, BUSINESS_ACCOUNT -> Optional.of(Refused.ACCOUNT);
      case SECOND_FACTOR -> Optional.of(Refused.PROOF);
      case ACTIVATION, ACTIVATION_OF_OTHER -> Optional.of(Refused.ACTIVATION);
    };
  }

  /**
   * What this visitor still has to, for a service of this level. Whoever came with the wrong
   * account is not asked for its second factor.
   */
  static Missing of(Level level, Audience audience, Optional<Visitor> visitor) {
    if (visitor.filter(known -> !audience.admits(known.business())).isPresent()) {
      return audience == Audience.BUSINESS ? BUSINESS_ACCOUNT : PRIVATE_ACCOUNT;
    }
    return switch (level) {
      case NONE -> NOTHING;
      case LOGIN -> visitor.isPresent() ? NOTHING : LOGIN;
      case TWO_FACTORS ->
          visitor.map(known -> known.twoFactors() ? NOTHING : SECOND_FACTOR).orElse(LOGIN);
    };
  }
}
