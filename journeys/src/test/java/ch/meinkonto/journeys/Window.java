package ch.meinkonto.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A browser window; every page that is looked at is checked for barriers and for what the console
 * says.
 */
final class Window implements AutoCloseable {

  private static final List<String> WCAG_22_AA =
      List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa");

  /** The portal's way to say that something was wrong, is over, or later: no fault of the page. */
  private static final Pattern ANSWERED_NO =
      Pattern.compile("responded with a status of 4(10|22|29)");

  private final BrowserContext context;
  private final Page page;
  private final boolean script;
  private final List<String> complaints = new ArrayList<>();

  Window(BrowserContext context, Page page, boolean script) {
    this.context = context;
    this.page = page;
    this.script = script;
    page.onConsoleMessage(message -> {
      if (message.type().equals("error") && !ANSWERED_NO.matcher(message.text()).find()) {
        complaints.add(message.text());
      }
    });
    page.onPageError(complaints::add);
  }

  Page page() {
    return page;
  }

  boolean script() {
    return script;
  }

  /** What the page is about, without header and footer. */
  Locator main() {
    return page.locator("main");
  }

  String path() {
    return java.net.URI.create(page.url()).getPath();
  }

  void open(java.net.URI address) {
    page.navigate(address.toString());
  }

  void press(String button) {
    page.getByRole(AriaRole.BUTTON, exactly(button)).first().click();
    page.waitForLoadState();
  }

  void follow(String link) {
    page.getByRole(AriaRole.LINK, exactly(link)).first().click();
    page.waitForLoadState();
  }

  private static Page.GetByRoleOptions exactly(String name) {
    return new Page.GetByRoleOptions().setName(name);
  }

  /** No barrier (axe, WCAG 2.2 AA), no sideways scrolling, no complaint in the console. */
  void check() {
    if (script) {
      // legacy: without a page of its own for the result, which costs seconds; there are no frames
      var axe = new AxeBuilder(page).withTags(WCAG_22_AA).setLegacyMode(true);
      var barriers = axe.analyze().getViolations();
      assertThat(barriers.stream().map(rule -> rule.getId() + ": " + rule.getNodes()).toList())
          .as("barriers on " + page.url())
          .isEmpty();
      assertThat(page.evaluate("document.documentElement.scrollWidth <= window.innerWidth"))
          .as("fits the width: " + page.url())
          .isEqualTo(true);
    }
    assertThat(complaints).as("console of " + page.url()).isEmpty();
  }

  /** The reference that the page tells. */
  String reference() {
    var reference = References.in(main().innerText());
    assertThat(reference).as("a reference on " + page.url()).isPresent();
    return reference.get();
  }

  @Override
  public void close() {
    context.close();
  }
}
