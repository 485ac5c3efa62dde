package ch.meinkonto.form;

import ch.meinkonto.catalogue.ServiceId;
import ch.meinkonto.platform.web.Visitor;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** For whom drafts are filled in. The draft itself remembers the mandate, under its key. */
@Component
class Parties {

  /** Where a draft remembers it: no field can be called so. */
  private static final String KEY = "_mandate";

  private final ObjectProvider<Representations> representations;
  private final Drafts drafts;

  Parties(ObjectProvider<Representations> representations, Drafts drafts) {
    this.representations = representations;
    this.drafts = drafts;
  }

  /** Whose request it becomes. In a transaction that stays so until it is over. */
  Party of(Draft draft, Optional<Visitor> visitor) {
    var mandate = mandate(draft);
    if (mandate.isEmpty()) {
      return new Party.Themselves(visitor);
    }
    return visitor
        .<Party>map(actor ->
            representations.stream()
                .flatMap(
                    known -> known.by(mandate.get(), actor.accountId(), draft.service()).stream())
                .findFirst()
                .<Party>map(represented -> new Party.Other(actor, represented))
                .orElseGet(Party.Over::new))
        .orElseGet(Party.Unknown::new);
  }

  /** All for whom the visitor could send such a form besides themselves. */
  List<Represented> choices(ServiceForm form, Optional<Visitor> visitor) {
    var service = new ServiceId(form.form().service().id());
    return visitor.stream()
        .flatMap(actor ->
            representations.stream()
                .flatMap(known -> known.of(actor.accountId(), service).stream()))
        .toList();
  }

  /** What its pages say about it; null for who could only fill it in for themselves. */
  @Nullable PartyView view(Draft draft, ServiceForm form, Party party) {
    var other = party.other().map(Represented::name);
    return other.isPresent() || !choices(form, party.sender()).isEmpty()
        ? new PartyView(other.orElse(""), draft.address() + PartyPages.PAGE)
        : null;
  }

  /** From here on it is filled in for somebody else; they can read that it is. */
  void fillFor(Draft draft, Represented represented, Visitor actor) {
    var before = mandate(draft);
    drafts.change(
        draft,
        given -> {
          given.put(KEY, represented.mandate().toString());
          return given;
        });
    if (!before.equals(Optional.of(represented.mandate()))) {
      representations.forEach(
          known -> known.begun(represented, actor.accountId(), draft.service()));
    }
  }

  /** From here on the visitor fills it in for themselves. */
  void fillForThemselves(Draft draft) {
    drafts.change(
        draft,
        given -> {
          given.remove(KEY);
          return given;
        });
  }

  private static Optional<UUID> mandate(Draft draft) {
    return draft.given().get(KEY) instanceof String id
        ? Optional.of(UUID.fromString(id))
        : Optional.empty();
  }
}
