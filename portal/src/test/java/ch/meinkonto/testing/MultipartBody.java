package ch.meinkonto.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Supplier;

/** A form of several parts as browsers send it, however large: nobody holds all of it. */
public final class MultipartBody {

  private static final String BOUNDARY = "----boundary5c1b7a";

  private record Piece(long size, Supplier<InputStream> opening) {

    static Piece of(byte[] bytes) {
      return new Piece(bytes.length, () -> new ByteArrayInputStream(bytes));
    }
  }

  private final List<Piece> pieces = new ArrayList<>();

  /** Adds a field. */
  public void field(String name, String value) {
    head("name=\"" + name + "\"");
    pieces.add(Piece.of(value.getBytes(UTF_8)));
    pieces.add(Piece.of("\r\n".getBytes(UTF_8)));
  }

  /** Adds a file. */
  public void file(String field, String name, byte[] content) {
    file(field, name, content.length, () -> new ByteArrayInputStream(content));
  }

  /** Adds a large file. */
  public void file(String field, String name, long size, Supplier<InputStream> content) {
    head("name=\"%s\"; filename=\"%s\"".formatted(field, name));
    pieces.add(new Piece(size, content));
    pieces.add(Piece.of("\r\n".getBytes(UTF_8)));
  }

  private void head(String disposition) {
    pieces.add(
        Piece.of(
            ("--" + BOUNDARY + "\r\nContent-Disposition: form-data; " + disposition + "\r\n\r\n")
                .getBytes(UTF_8)));
  }

  /** The body’s media type. */
  public String type() {
    return "multipart/form-data; boundary=" + BOUNDARY;
  }

  /** How long it is. */
  public long size() {
    return all().stream().mapToLong(Piece::size).sum();
  }

  /** The whole body. */
  public InputStream open() {
    return new SequenceInputStream(
        Collections.enumeration(all().stream().map(piece -> piece.opening().get()).toList()));
  }

  private List<Piece> all() {
    var all = new ArrayList<>(pieces);
    all.add(Piece.of(("--" + BOUNDARY + "--\r\n").getBytes(UTF_8)));
    return all;
  }

  /** For a client. */
  BodyPublisher publisher() {
    return HttpRequest.BodyPublishers.fromPublisher(
        HttpRequest.BodyPublishers.ofInputStream(this::open), size());
  }
}
