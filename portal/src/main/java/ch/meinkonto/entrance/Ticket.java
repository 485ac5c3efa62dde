package ch.meinkonto.entrance;

import java.util.UUID;

/**
 * What somebody's browser keeps, signed. The portal keeps nothing of it, however many wait.
 *
 * @param rush which one it is for
 * @param personal whether the holder is an account
 * @param holder an account, under a name of this rush alone; else a random number
 * @param number what the kind says
 */
record Ticket(Kind kind, UUID rush, boolean personal, UUID holder, long number) {

  /** What it is good for. */
  enum Kind {
    /** To be earned by computing or waiting. The number: from when on, and how many bits. */
    TASK('t'),
    /** Came before opening; takes part in the draw. No number. */
    EARLY('e'),
    /** Came later. The number: the how manieth. */
    LATE('l'),
    /** Is in. The number: until when, in seconds of Unix time. */
    IN('i');

    final byte code;

    Kind(char code) {
      this.code = (byte) code;
    }
  }

  Ticket as(Kind other, long itsNumber) {
    return new Ticket(other, rush, personal, holder, itsNumber);
  }
}
