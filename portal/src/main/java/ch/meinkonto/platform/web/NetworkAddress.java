package ch.meinkonto.platform.web;

import jakarta.servlet.http.HttpServletRequest;
import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * From which network somebody comes, for limits: an IPv4 address, or the /64 that one IPv6 customer
 * has.
 */
public record NetworkAddress(String value) {

  /** From where a request comes; {@code unknown} when its address is none. */
  public static NetworkAddress of(HttpServletRequest request) {
    try {
      var remote = request.getRemoteAddr();
      // a literal: nothing is looked up in the DNS
      var bytes = literal(remote.replaceAll("%.*", "")).getAddress();
      return new NetworkAddress(
          HexFormat.of().formatHex(bytes.length == 16 ? Arrays.copyOf(bytes, 8) : bytes));
    } catch (IllegalArgumentException e) {
      return new NetworkAddress("unknown");
    }
  }

  /** Where any is allowed, the JDK takes it for IPv4 first, and pays for an exception when not. */
  private static InetAddress literal(String address) {
    return address.indexOf(':') < 0
        ? Inet4Address.ofLiteral(address)
        : Inet6Address.ofLiteral(address);
  }
}
