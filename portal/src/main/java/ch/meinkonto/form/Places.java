package ch.meinkonto.form;

import ch.meinkonto.catalogue.ServiceId;
import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Holds places for who fills in a form by which one books; the module {@code booking} does. */
public interface Places {

  /**
   * What somebody wants to have held.
   *
   * @param draft for which draft; what it had held before is let go
   * @param offer the unit’s id of the offer
   * @param account who books; null where no login is asked for
   */
  record Wish(UUID draft, ServiceId service, String offer, int places, @Nullable UUID account) {}

  /** What came of a wish. */
  sealed interface Outcome {

    /** The places are held. */
    record Held(ChosenOffer offer) implements Outcome {}

    /** They can’t be had. */
    record Refused(Why why) implements Outcome {}
  }

  /** Why places can’t be had. */
  enum Why {
    /** There is no such offer, or no longer. */
    GONE,
    /** Booking has not begun. */
    NOT_OPEN,
    /** Booking has ended. */
    CLOSED,
    /** Not as many are free. */
    FULL,
    /** The account has as many as it may have. */
    LIMIT,
    /** It is being paid: that has to be ended first. */
    PAYING,
    /** The same person has a place there already. */
    TWICE,
    /** They, or somebody with them, are in the draw already. */
    ENTERED;

    /** The one that is written like this. */
    public static Optional<Why> ofCode(String code) {
      return Arrays.stream(values()).filter(why -> why.code().equals(code)).findFirst();
    }

    /** As it is written in addresses and texts. */
    public String code() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  /** Holds places, in the transaction that is under way; a draw holds nothing, and is ready. */
  Outcome hold(Wish wish);

  /**
   * An offer as pages name it.
   *
   * @param id the unit’s
   * @param name in the page’s language
   * @param details when and where
   * @param entering until when one can enter its draw; null when its places are not given by lot
   */
  record Named(String id, String name, String details, @Nullable Instant entering) {}

  /** An offer; empty when there is none of this id. */
  Optional<Named> named(ServiceId service, String offer, Locale locale);

  /**
   * Places that are held.
   *
   * @param until when they are let go; null while they are being paid
   */
  record Held(String offer, int places, @Nullable Instant until) {}

  /** What is held for a draft; empty when nothing is, or not any more. */
  Optional<Held> held(UUID draft);

  /** Lets go of what is held for a draft. */
  void release(UUID draft);
}
