package ch.meinkonto.request;

import static java.nio.charset.StandardCharsets.US_ASCII;

import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** A receipt to keep: the signed token itself. */
final class ReceiptFile {

  private ReceiptFile() {}

  static ResponseEntity<byte[]> of(RequestEnvelope request, String receipt) {
    return ResponseEntity.ok()
        .contentType(MediaType.parseMediaType("application/jose"))
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            ContentDisposition.attachment()
                .filename("Quittung-" + request.reference().value() + ".jws")
                .build()
                .toString())
        .body(receipt.getBytes(US_ASCII));
  }
}
