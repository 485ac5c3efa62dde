package ch.meinkonto.messages;

import ch.meinkonto.account.AccountId;
import ch.meinkonto.contract.RequestId;
import ch.meinkonto.contract.RequestState;
import ch.meinkonto.platform.Ids;
import ch.meinkonto.platform.crypto.LookupHash;
import ch.meinkonto.platform.database.Writes;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Writes messages into threads, each once, however often it is told. */
@Component
class Correspondence {

  private final Threads threads;
  private final Letters messages;
  private final LookupHash hash;
  private final NewMessageNotices notices;
  private final FormalTimes formalTimes;
  private final Writes writes;

  Correspondence(
      Threads threads,
      Letters messages,
      LookupHash hash,
      NewMessageNotices notices,
      FormalTimes formalTimes,
      Writes writes) {
    this.threads = threads;
    this.messages = messages;
    this.hash = hash;
    this.notices = notices;
    this.formalTimes = formalTimes;
    this.writes = writes;
  }

  /**
   * Opens the thread of a request with a confirmation. The resident is looking at one already,
   * unless somebody else sent it for them: then they are told.
   */
  @Transactional
  void open(Party party, Subject subject, Incoming confirmation) {
    var message = Ids.next();
    var thread = ThreadId.next();
    writes.beforeCommit(
        threads.beginning(
            thread, party.account(), party.request(), party.state(), subject, message, 1));
    writes.beforeCommit(
        messages.beginning(
            party.account(),
            thread,
            message,
            confirmation.kind(),
            confirmation.at(),
            source(confirmation),
            confirmation.body()));
    if (subject.actor() != null) {
      notices.somethingNew(party.account(), confirmation.kind());
    }
  }

  /** Adds what came from the unit, and tells the resident that there is something new. */
  @Transactional
  void receive(Party party, Subject subject, Incoming incoming) {
    var message = Ids.next();
    var thread = thread(party, subject, message);
    var body = incoming.body().with(files(incoming.documents()));
    if (!add(party, thread, message, incoming, body)) {
      return;
    }
    for (int i = 0; i < body.files().size(); i++) {
      var id = body.files().get(i).id();
      if (id != null) {
        messages.addDocument(party.account(), message, id, incoming.documents().get(i).content());
      }
    }
    threads.received(thread, party.state(), message, !over(party.state()) && messages.asks(thread));
    var formal = body.formal();
    if (formal == null) {
      notices.somethingNew(party.account(), incoming.kind());
    } else {
      threads.formal(thread, true);
      formalTimes.arrived(party.account(), message, formal.delivery());
    }
  }

  /** Keeps the resident's answer; the second answer to the same question is not kept. */
  @Transactional
  void answered(AccountId account, ThreadId thread, Letter question, Body answer, Instant at) {
    if (!messages.answered(question.id())) {
      return;
    }
    var message = Ids.next();
    var kind = MessageKind.ANSWER;
    messages.add(
        account,
        thread,
        message,
        kind,
        at,
        hash.of("message-source", kind.code() + "/" + question.id()),
        answer);
    threads.written(thread, message, messages.asks(thread));
  }

  /** The resident took the request back: nothing that they would have to be told. */
  @Transactional
  void withdrawn(Party party, Subject subject, Incoming incoming) {
    var message = Ids.next();
    var thread = thread(party, subject, message);
    if (add(party, thread, message, incoming, incoming.body())) {
      threads.withdrawn(thread, message);
    }
  }

  private ThreadId thread(Party party, Subject subject, UUID message) {
    return threads
        .of(party.request())
        .orElseGet(
            () -> threads.open(party.account(), party.request(), party.state(), subject, message));
  }

  /** Keeps a message in a thread; false, and nothing kept, when it was told before. */
  private boolean add(Party party, ThreadId thread, UUID message, Incoming incoming, Body body) {
    return messages.add(
        party.account(), thread, message, incoming.kind(), incoming.at(), source(incoming), body);
  }

  /** Nothing more will be asked or answered. */
  static boolean over(RequestState state) {
    return switch (state) {
      case CLOSED, REJECTED, WITHDRAWN, NOT_DRAWN -> true;
      case ENTERED, RECEIVED, FETCHED, ACCEPTED, IN_PROGRESS, QUESTION_ASKED, DECIDED -> false;
    };
  }

  private byte[] source(Incoming incoming) {
    return hash.of("message-source", incoming.kind().code() + "/" + incoming.source());
  }

  private static List<Body.File> files(List<Incoming.Document> documents) {
    var files = new ArrayList<Body.File>();
    for (var document : documents) {
      files.add(
          new Body.File(
              Ids.next(),
              DocumentName.of(document.name()),
              document.mediaType(),
              document.content().length));
    }
    return files;
  }

  /** Whose request it is, and how it stands. */
  record Party(AccountId account, RequestId request, RequestState state) {}
}
