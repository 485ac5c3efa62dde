package ch.meinkonto.platform.crypto;

/** Something that lies in the database sealed with the master key, for long. */
public interface UnderMasterKey {

  /** What it is, for operators. */
  String what();

  /** How many are still sealed under an older key. */
  int left();

  /**
   * Seals those anew under the newest key, while the portal runs; begun again after an
   * interruption, it goes on. Returns how many.
   */
  int sealAnew();
}
