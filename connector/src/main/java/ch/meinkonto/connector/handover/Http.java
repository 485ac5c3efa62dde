package ch.meinkonto.connector.handover;

import ch.meinkonto.connector.ChannelRefused;
import java.io.IOException;
import java.net.http.HttpClient;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.concurrent.Executor;

/** Makes clients for systems that speak HTTP. */
public final class Http {

  private Http() {}

  /**
   * A client that follows no redirect.
   *
   * @param name what the system is called when something is wrong
   * @param timeout how long connecting may take
   */
  public static HttpClient client(String name, Tls tls, Duration timeout, Executor threads)
      throws ChannelRefused {
    HttpClient.Builder http =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(timeout)
            .followRedirects(HttpClient.Redirect.NEVER)
            .executor(threads);
    try {
      if (tls.isSpecial()) {
        http.sslContext(tls.context());
      }
    } catch (GeneralSecurityException | IOException e) {
      throw new ChannelRefused(
          "%s: certificate or trust cannot be read (%s)"
              .formatted(name, e.getClass().getSimpleName()),
          e);
    }
    return http.build();
  }
}
