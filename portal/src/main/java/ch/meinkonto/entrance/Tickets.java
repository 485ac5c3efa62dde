package ch.meinkonto.entrance;

import ch.meinkonto.entrance.Ticket.Kind;
import ch.meinkonto.platform.crypto.LookupHash;
import ch.meinkonto.platform.crypto.SignedBytes;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * Signs tickets and draws lots, under a key that all nodes have and nobody else. A draw follows
 * from the holder: nobody knows it before opening, an account has one only, and no node keeps a
 * list.
 */
@Component
class Tickets {

  private static final int CONTENT = 1 + 1 + 16 + 16 + 8;
  private static final String PURPOSE = "entrance-ticket";

  private final LookupHash hash;
  private final SignedBytes signed;

  Tickets(LookupHash hash, SignedBytes signed) {
    this.hash = hash;
    this.signed = signed;
  }

  /** As it goes into a cookie. */
  String written(Ticket ticket) {
    return signed.written(PURPOSE, content(ticket));
  }

  /** The ticket, if the portal signed it. */
  Optional<Ticket> read(String written) {
    return signed.read(PURPOSE, written, CONTENT).flatMap(Tickets::parse);
  }

  /** Under which name an account is known to this rush alone. */
  UUID holder(UUID rush, String account) {
    var bytes = ByteBuffer.wrap(hash.of("entrance-holder", rush + "/" + account));
    return new UUID(bytes.getLong(), bytes.getLong());
  }

  /** Its place in the line. */
  double place(Ticket ticket, Line line) {
    return ticket.kind() == Kind.EARLY
        ? draw(ticket.rush(), ticket.holder()) * line.early()
        : line.early() + (double) ticket.number();
  }

  /** From 0, excluded, to 1; each as likely as any other. */
  double draw(UUID rush, UUID holder) {
    var bits = ByteBuffer.wrap(hash.of("entrance-draw", rush + "/" + holder)).getLong() >>> 11;
    return (bits + 1) * 0x1p-53;
  }

  private static byte[] content(Ticket ticket) {
    return ByteBuffer.allocate(CONTENT)
        .put(ticket.kind().code)
        .put((byte) (ticket.personal() ? 1 : 0))
        .putLong(ticket.rush().getMostSignificantBits())
        .putLong(ticket.rush().getLeastSignificantBits())
        .putLong(ticket.holder().getMostSignificantBits())
        .putLong(ticket.holder().getLeastSignificantBits())
        .putLong(ticket.number())
        .array();
  }

  private static Optional<Ticket> parse(byte[] content) {
    var read = ByteBuffer.wrap(content);
    var code = read.get();
    var personal = read.get() == 1;
    var rush = new UUID(read.getLong(), read.getLong());
    var holder = new UUID(read.getLong(), read.getLong());
    var number = read.getLong();
    return Arrays.stream(Kind.values())
        .filter(kind -> kind.code == code)
        .findFirst()
        .map(kind -> new Ticket(kind, rush, personal, holder, number));
  }
}
