package ch.meinkonto.platform;

import java.net.http.HttpClient;
import java.time.Duration;

/** Makes the clients with which the portal calls other systems. */
public final class OutgoingHttp {

  private OutgoingHttp() {}

  /**
   * A client that follows no redirect: where it calls is what was checked, and nothing behind it.
   *
   * @param patience how long a connection may take to come about
   */
  public static HttpClient.Builder client(Duration patience) {
    return HttpClient.newBuilder()
        .connectTimeout(patience)
        .followRedirects(HttpClient.Redirect.NEVER);
  }
}
