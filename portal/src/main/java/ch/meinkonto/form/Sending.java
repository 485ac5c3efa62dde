package ch.meinkonto.form;

import ch.meinkonto.directory.UnitId;
import ch.meinkonto.platform.web.Visitor;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.util.unit.DataSize;
import tools.jackson.databind.json.JsonMapper;

/**
 * Turns a draft into a request, once, and erases it in the same transaction. Large files are sealed
 * in there, which takes a while: a few at a time, so that everybody else finds a connection.
 */
@Component
class Sending {

  private static final long LARGE = DataSize.ofMegabytes(10).toBytes();
  private static final int LARGE_AT_A_TIME = 4;

  private final Semaphore large = new Semaphore(LARGE_AT_A_TIME, true);
  private final TransactionTemplate transaction;
  private final Drafts drafts;
  private final DraftUploads uploads;
  private final Forms forms;
  private final ObjectProvider<SubmissionTarget> target;
  private final PublishedSchemas schemas;
  private final Requirements requirements;
  private final Parties parties;
  private final JsonMapper json;

  Sending(
      TransactionTemplate transaction,
      Drafts drafts,
      DraftUploads uploads,
      Forms forms,
      ObjectProvider<SubmissionTarget> target,
      PublishedSchemas schemas,
      Requirements requirements,
      Parties parties,
      JsonMapper json) {
    this.transaction = transaction;
    this.drafts = drafts;
    this.uploads = uploads;
    this.forms = forms;
    this.target = target;
    this.schemas = schemas;
    this.requirements = requirements;
    this.parties = parties;
    this.json = json;
  }

  /** What came of it. */
  sealed interface Outcome {

    /** It is sent; where its sender goes on. */
    record Sent(String next) implements Outcome {}

    /** It is sealed; where its sender pays. */
    record Unpaid(String pay) implements Outcome {}

    /** The places that it is about can’t be had any more. */
    record NoPlace(Places.Why why) implements Outcome {}

    /** Something is missing still. */
    record Incomplete() implements Outcome {}

    /** Its sender has to prove something about themselves first. */
    record NotYet(Missing missing) implements Outcome {}
  }

  /** Sends a draft as it is now, unless somebody was faster. */
  Outcome send(Draft opened, ServiceForm service, Locale locale, Optional<Visitor> visitor) {
    if (opened.uploads().stream().mapToLong(Draft.Upload::size).sum() <= LARGE) {
      return inTransaction(opened, service, locale, visitor);
    }
    large.acquireUninterruptibly();
    try {
      return inTransaction(opened, service, locale, visitor);
    } finally {
      large.release();
    }
  }

  private Outcome inTransaction(
      Draft opened, ServiceForm service, Locale locale, Optional<Visitor> visitor) {
    return Objects.requireNonNull(
        transaction.execute(_ -> locked(opened, service, locale, visitor)));
  }

  private Outcome locked(
      Draft opened, ServiceForm service, Locale locale, Optional<Visitor> visitor) {
    drafts.lock(opened.id());
    return switch (drafts.find(opened.id(), Optional.of(opened.key()))) {
      case Drafts.Found.Open(var draft) ->
          underWay(draft).orElseGet(() -> checked(draft, service, locale, visitor));
      case Drafts.Found.Sent(var next) -> new Outcome.Sent(next);
      case Drafts.Found.Erased erased -> new Outcome.Incomplete();
      case Drafts.Found.Locked locked -> new Outcome.Incomplete();
    };
  }

  /** Who clicks once more, and has changed nothing, goes on paying. */
  private Optional<Outcome> underWay(Draft draft) {
    return drafts.isLeft(draft)
        ? target.getObject().pay(draft.id()).map(pay -> new Outcome.Unpaid(pay.toString()))
        : Optional.empty();
  }

  private Outcome sent(
      Draft draft, ServiceForm service, Assessment assessment, Locale locale, Party party) {
    var submission =
        new Submission(
            draft.id(),
            draft.service(),
            service.form().service().version(),
            json.writeValueAsBytes(assessment.answers()),
            files(draft, assessment.attachments()),
            locale,
            party.sender(),
            assessment.route(),
            assessment.copies().stream().map(copy -> copy(draft, copy)).toList(),
            Submission.Due.of(assessment),
            Submission.Booked.of(service.form(), assessment),
            assessment.calendars(),
            actor(party));
    schemas.bind(draft.service(), submission.schemaVersion());
    return switch (taken(submission, service, assessment)) {
      case SubmissionTarget.Taken.Sent(var next) -> {
        drafts.erase(draft, next.toString());
        yield new Outcome.Sent(next.toString());
      }
      case SubmissionTarget.Taken.Unpaid(var pay, var next) -> {
        drafts.leave(draft, next.toString());
        yield new Outcome.Unpaid(pay.toString());
      }
      case SubmissionTarget.Taken.NoPlace(var why) -> new Outcome.NoPlace(why);
    };
  }

  private static Optional<Submission.Actor> actor(Party party) {
    return party instanceof Party.Other(var actor, var represented)
        ? Optional.of(new Submission.Actor(actor.accountId(), represented.mandate()))
        : Optional.empty();
  }

  private SubmissionTarget.Taken taken(
      Submission submission, ServiceForm service, Assessment assessment) {
    return service
        .form()
        .perUnit()
        .<SubmissionTarget.Taken>map(field ->
            new SubmissionTarget.Taken.Sent(
                target.getObject().submitEach(submission, perUnit(field, assessment.answers()))))
        .orElseGet(() -> target.getObject().submit(submission));
  }

  /** No unit learns whom else somebody asks. */
  private SequencedMap<UnitId, byte[]> perUnit(String field, Map<String, Object> answers) {
    var all = new LinkedHashMap<UnitId, byte[]>();
    for (var unit : (List<?>) Objects.requireNonNull(answers.get(field))) {
      var own = new LinkedHashMap<>(answers);
      own.put(field, List.of(unit));
      all.put(new UnitId(unit.toString()), json.writeValueAsBytes(own));
    }
    return all;
  }

  private Outcome checked(
      Draft draft, ServiceForm service, Locale locale, Optional<Visitor> visitor) {
    var assessment = forms.assess(service.form(), draft.givenWithUploads());
    if (!assessment.isComplete()) {
      return new Outcome.Incomplete();
    }
    var party = parties.of(draft, visitor);
    var missing = requirements.of(service, draft, party);
    return missing == Missing.NOTHING
        ? sent(draft, service, assessment, locale, party)
        : new Outcome.NotYet(missing);
  }

  private Submission.Copy copy(Draft draft, Assessment.Copy copy) {
    return new Submission.Copy(
        copy.to().unit(), json.writeValueAsBytes(copy.answers()), files(draft, copy.attachments()));
  }

  private List<Submission.File> files(Draft draft, List<String> ids) {
    var files = new ArrayList<Submission.File>();
    for (var id : ids) {
      var upload =
          draft.uploads().stream()
              .filter(u -> u.id().equals(UUID.fromString(id)))
              .findFirst()
              .orElseThrow();
      files.add(
          new Submission.File(
              "attachment-" + (files.size() + 1),
              upload.fileName(),
              upload.mediaType(),
              uploads.content(draft, upload),
              upload.path()));
    }
    return files;
  }
}
