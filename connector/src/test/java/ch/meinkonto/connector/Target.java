package ch.meinkonto.connector;

import ch.meinkonto.contract.SubmissionId;
import java.util.List;
import java.util.Map;

/** A unit's system in a test of a channel: a real one of its kind, with faults to switch on. */
public interface Target extends AutoCloseable {

  /** What can go wrong with it. */
  enum Fault {
    NONE,
    /** It does not answer. */
    DOWN,
    /** It stores what it gets, and its answer is lost on the way; for kinds that answer. */
    ANSWER_LOST
  }

  /**
   * What it has taken.
   *
   * @param data the answers as they came, in whatever format
   * @param attachments their contents, in order
   */
  record Taken(SubmissionId submission, String reference, String data, List<byte[]> attachments) {}

  /** The lines under the unit's id in {@code connector.yaml}, without indentation. */
  String configuration();

  /** From now on this is wrong with it. */
  void fault(Fault fault) throws Exception;

  /** All submissions that it has, each as often as it has it, in the order in which they came. */
  List<Taken> taken() throws Exception;

  /**
   * Has something to say, in its own way.
   *
   * @param name names the word: the same name and content is the same word
   * @param word reference, kind, text, …: as a file in {@code ausgang} has it
   * @param documents by name
   */
  void say(String name, Map<String, Object> word, Map<String, byte[]> documents) throws Exception;

  /** Says something that nobody can understand. */
  void babble(String name) throws Exception;

  /** What it was told about words that could not be sent. */
  List<String> complaints() throws Exception;

  @Override
  void close() throws Exception;
}
