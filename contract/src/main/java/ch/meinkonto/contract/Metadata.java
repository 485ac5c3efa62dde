package ch.meinkonto.contract;

import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The content of the sealed part {@code metadata}.
 *
 * @param envelope the same as beside the sealed parts; here nobody on the way can change it
 * @param sender who sent it, or for whom an actor did; absent without login
 * @param office which of the unit's offices it is for, as the service's form says it; absent for
 *     the unit itself, and for answers to questions: those belong where their request went
 * @param attachments what the attachments are; file names stand nowhere else
 * @param activation under which name the unit knows the sender since it has activated them for the
 *     service; absent without an activation
 * @param inCharge the unit that decides, if that is another: with a {@link SubmissionKind#COPY
 *     copy}, and when a request is taken back of which the unit had one
 * @param copies the units that get a part of this request, too; absent if none does
 * @param actor who acts for the sender, by a mandate; absent when the sender acts themselves
 */
public record Metadata(
    Envelope envelope,
    @Nullable Sender sender,
    @Nullable String office,
    List<Attachment> attachments,
    @Nullable ActivationLink activation,
    @Nullable String inCharge,
    @Nullable List<String> copies,
    @Nullable Actor actor) {

  public Metadata {
    Objects.requireNonNull(envelope, "envelope");
    attachments = List.copyOf(attachments);
    copies = copies == null ? null : List.copyOf(copies);
  }

  /** Of what one unit alone gets. */
  public Metadata(
      Envelope envelope,
      @Nullable Sender sender,
      @Nullable String office,
      List<Attachment> attachments,
      @Nullable ActivationLink activation) {
    this(envelope, sender, office, attachments, activation, null, null, null);
  }

  /**
   * One attachment.
   *
   * @param part name of the sealed part; the first one, if there are several
   * @param fileName as the resident named it, without path
   * @param mediaType as sniffed by the portal
   * @param size bytes of the content
   * @param field the form field it was given for
   * @param fragments in how many parts the content lies; absent for one
   */
  public record Attachment(
      String part,
      String fileName,
      String mediaType,
      long size,
      @Nullable String field,
      @Nullable Integer fragments) {

    public Attachment {
      Objects.requireNonNull(part, "part");
      Objects.requireNonNull(fileName, "fileName");
      Objects.requireNonNull(mediaType, "mediaType");
    }

    /** One that lies in one part. */
    public Attachment(
        String part, String fileName, String mediaType, long size, @Nullable String field) {
      this(part, fileName, mediaType, size, field, null);
    }

    /** The names of the parts in which it lies, in order. */
    public List<String> parts() {
      return IntStream.rangeClosed(1, fragments == null ? 1 : fragments)
          .mapToObj(number -> Part.fragment(part, number))
          .toList();
    }

    @Override
    public String toString() {
      return "Attachment[" + part + ", " + mediaType + ", " + size + " bytes]";
    }
  }
}
