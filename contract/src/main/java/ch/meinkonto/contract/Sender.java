package ch.meinkonto.contract;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Who sent a request, as far as the account knows and the unit needs it to answer.
 *
 * @param kind a person or a firm
 * @param name how the sender is addressed
 * @param organisation the firm, for a business account
 * @param contact how to reach the sender
 */
public record Sender(Kind kind, Name name, @Nullable String organisation, Contact contact) {

  public Sender {
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(contact, "contact");
  }

  /** Personal data does not belong in logs. */
  @Override
  public String toString() {
    return "Sender[" + kind + "]";
  }

  /** Kind of account. */
  public enum Kind {
    @JsonProperty("private")
    PRIVATE,
    @JsonProperty("business")
    BUSINESS
  }

  /** A person's name. */
  public record Name(String given, String family) {
    public Name {
      Objects.requireNonNull(given, "given");
      Objects.requireNonNull(family, "family");
    }

    @Override
    public String toString() {
      return "Name[…]";
    }
  }

  /** Ways to reach the sender. */
  public record Contact(String email, @Nullable String phone, @Nullable PostalAddress address) {
    public Contact {
      Objects.requireNonNull(email, "email");
    }

    @Override
    public String toString() {
      return "Contact[…]";
    }
  }

  /** A postal address, structured as Swiss post and QR-bill want it. */
  public record PostalAddress(
      String street,
      @Nullable String houseNumber,
      @Nullable String addition,
      String postalCode,
      String town,
      String country) {
    public PostalAddress {
      Objects.requireNonNull(street, "street");
      Objects.requireNonNull(postalCode, "postalCode");
      Objects.requireNonNull(town, "town");
      Objects.requireNonNull(country, "country");
    }

    @Override
    public String toString() {
      return "PostalAddress[…]";
    }
  }
}
