package ch.meinkonto.login;

import ch.meinkonto.account.AccountId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.FactorGrantedAuthority;
import org.springframework.security.core.context.SecurityContextHolder;

/**
 * Somebody who proved who they are, by one or more factors. Knows the account's id and nothing
 * about the person; its name, under which Spring knows it, is the id.
 */
final class LoggedIn extends AbstractAuthenticationToken {

  private final transient AccountId account;
  private final transient Instant since;
  private final transient List<Proof> proofs;

  /**
   * Somebody who is logged in.
   *
   * @param since when the login began, however often they proved themselves again
   * @param proofs at least one, at most one of each factor
   */
  LoggedIn(AccountId account, Instant since, List<Proof> proofs) {
    super(authorities(proofs));
    this.account = account;
    this.since = since;
    this.proofs = List.copyOf(proofs);
    setAuthenticated(true);
  }

  /** Who sends the request of this thread. */
  static Optional<LoggedIn> current() {
    return SecurityContextHolder.getContext().getAuthentication() instanceof LoggedIn who
        ? Optional.of(who)
        : Optional.empty();
  }

  /** Somebody who has just logged in. */
  static LoggedIn by(Factor factor, AccountId account, Instant now) {
    return new LoggedIn(account, now, List.of(new Proof(factor, now)));
  }

  /** The same login after one more proof. */
  LoggedIn with(Proof another) {
    var others = proofs.stream().filter(proof -> proof.factor() != another.factor());
    return new LoggedIn(account, since, Stream.concat(others, Stream.of(another)).toList());
  }

  AccountId account() {
    return account;
  }

  Instant since() {
    return since;
  }

  List<Proof> proofs() {
    return proofs;
  }

  /** Whether they proved themselves by two factors: a passkey is two. */
  boolean twoFactors() {
    return proofs.stream().anyMatch(proof -> proof.factor().known())
        && proofs.stream().anyMatch(proof -> proof.factor().held());
  }

  /** Whether one of the proofs is worth nothing to a page that imitates ours. */
  boolean phishingResistant() {
    return proofs.stream().anyMatch(proof -> proof.factor().phishingResistant());
  }

  /** Whether one of the proofs was a passkey. */
  boolean byPasskey() {
    return proofs.stream().anyMatch(proof -> proof.factor() == Factor.PASSKEY);
  }

  /** Whether they proved themselves since then, by a second factor if {@code strongly}. */
  boolean provedSince(Instant then, boolean strongly) {
    return proofs.stream()
        .filter(proof -> !strongly || proof.factor().held())
        .anyMatch(proof -> !proof.at().isBefore(then));
  }

  /** When they last proved who they are. */
  Instant provedAt() {
    return proofs.stream().map(Proof::at).max(Instant::compareTo).orElse(since);
  }

  @Override
  public @Nullable Object getCredentials() {
    return null;
  }

  @Override
  public UUID getPrincipal() {
    return account.value();
  }

  @Override
  public String getName() {
    return account.toString();
  }

  private static List<? extends GrantedAuthority> authorities(List<Proof> proofs) {
    return proofs.stream()
        .map(proof ->
            FactorGrantedAuthority.withAuthority(proof.factor().authority())
                .issuedAt(proof.at())
                .build())
        .toList();
  }
}
