package ch.meinkonto.rules.counterexample;

import ch.meinkonto.platform.crypto.MasterKey;

/** Seals something that no rotation of the master key would find. */
class HiddenSeal {

  byte[] hide(MasterKey key, byte[] plain) {
    return key.seal(plain, "nowhere");
  }
}
