package ch.meinkonto.payment;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class NoticeSignatureTest {

  private static final byte[] BODY = "{\"transactionId\":\"1\"}".getBytes(UTF_8);

  private final NoticeSignature key = new NoticeSignature("00112233445566778899aabbccddeeff");

  /** Made by {@code openssl dgst -sha256 -mac HMAC -macopt hexkey:…} over time and body. */
  @Test
  void isOfWhatWasSignedAndOfNothingElse() {
    var time = "1559303131511";
    var header =
        "t=" + time + ",s0=74f240aa184a40f4cf55982825fb6736ae30724628a71af2dfd3fe45516678b2";

    assertThat(key.isOf(header, BODY)).isTrue();
    assertThat(key.isOf(header, "{\"transactionId\":\"2\"}".getBytes(UTF_8))).isFalse();
    assertThat(key.isOf(header.replace("t=15", "t=16"), BODY)).isFalse();
    assertThat(new NoticeSignature("00").isOf(header, BODY)).isFalse();
  }

  @Test
  void nothingElseIsASignature() {
    assertThat(key.isOf(null, BODY)).isFalse();
    assertThat(key.isOf("", BODY)).isFalse();
    assertThat(key.isOf("t=1,s0=", BODY)).isFalse();
    assertThat(key.isOf("s0=" + "0".repeat(64), BODY)).isFalse();
    assertThat(key.isOf("t=1,s0=" + "0".repeat(10_000), BODY)).isFalse();
  }
}
