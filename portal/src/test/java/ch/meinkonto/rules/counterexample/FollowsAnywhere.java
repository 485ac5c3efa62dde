package ch.meinkonto.rules.counterexample;

import java.net.http.HttpClient;

/** Calls with a client that follows redirects. */
class FollowsAnywhere {

  HttpClient client() {
    return HttpClient.newBuilder().followRedirects(HttpClient.Redirect.ALWAYS).build();
  }
}
