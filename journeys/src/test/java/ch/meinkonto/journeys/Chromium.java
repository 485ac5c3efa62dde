package ch.meinkonto.journeys;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.ReducedMotion;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Debian's Chromium, driven by Playwright. */
final class Chromium implements AutoCloseable {

  private static final List<String> FLAGS =
      List.of(
          "--no-sandbox",
          "--disable-gpu",
          "--disable-quic",
          "--no-first-run",
          "--disable-background-networking",
          "--disable-component-update",
          "--disable-sync");

  static {
    PlaywrightAssertions.setDefaultAssertionTimeout((double) Waiting.AT_MOST.toMillis());
  }

  private final Playwright playwright =
      Playwright.create(
          new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
  private final Browser browser =
      playwright
          .chromium()
          .launch(
              new BrowserType.LaunchOptions()
                  .setExecutablePath(Path.of("/usr/bin/chromium"))
                  .setHeadless(true)
                  .setArgs(FLAGS));

  /** A window of this size for somebody who has never been here and reads German. */
  Window window(int width, int height, boolean script) {
    var context =
        browser.newContext(
            new Browser.NewContextOptions()
                .setViewportSize(width, height)
                .setLocale("de-CH")
                .setReducedMotion(
                    ReducedMotion.REDUCE) // a page that still scrolls cannot be clicked
                .setJavaScriptEnabled(script));
    context.setDefaultTimeout((double) Waiting.AT_MOST.toMillis());
    return new Window(context, context.newPage(), script);
  }

  @Override
  public void close() {
    browser.close();
    playwright.close();
  }
}
