package ch.meinkonto.journeys;

import com.microsoft.playwright.Page;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Somebody who uses the keyboard alone: Tab, arrows, Space, Enter and letters. */
final class Keyboard {

  private static final int MOST_STOPS = 150;
  private static final int MOST_OPTIONS = 60;

  private final Page page;

  Keyboard(Window window) {
    this.page = window.page();
  }

  /** Presses Tab until the focus is there. */
  void tabTo(String selector) {
    for (var stop = 0; stop < MOST_STOPS; stop++) {
      page.keyboard().press("Tab");
      if (focused("matches(" + quoted(selector) + ")").equals(true)) {
        return;
      }
    }
    throw new AssertionError("Tab never reaches " + selector + " on " + page.url());
  }

  /** Goes to a link or button, presses Enter, and is then there. */
  void press(String selector, String address) {
    tabTo(selector);
    enter(address);
  }

  /** Presses Enter, and is then there. */
  void enter(String address) {
    page.keyboard().press("Enter");
    page.waitForURL(address);
  }

  /** Goes to a field and types. */
  void type(String selector, String text) {
    tabTo(selector);
    page.keyboard().type(text);
  }

  /**
   * Goes through the page's fields in their order, answers them, and presses the button that goes
   * on.
   */
  void fillInAndGoOn(Map<String, Object> answers) {
    var before = page.url();
    for (var stop = 0; stop < MOST_STOPS; stop++) {
      page.keyboard().press("Tab");
      if (focused("matches('main button[name=_action][value=next]:not([tabindex])')")
          .equals(true)) {
        page.keyboard().press("Enter");
        page.waitForURL(url -> !url.equals(before));
        return;
      }
      var name = String.valueOf(focused("name || ''"));
      var answer = valueAt(answers, name);
      if (answer != null) {
        answer(answer);
      }
    }
    throw new AssertionError("Tab never reaches the button on " + before);
  }

  private void answer(String value) {
    switch (String.valueOf(focused("type"))) {
      case "radio", "select-one" -> {
        if (focused("type").equals("radio") && focused("value").equals(value)) {
          page.keyboard().press("Space");
          return;
        }
        for (var i = 0; i < MOST_OPTIONS && !focused("value").equals(value); i++) {
          page.keyboard().press("ArrowDown");
        }
      }
      case "checkbox" -> {
        if (focused("checked").equals(false)
            && List.of("true", String.valueOf(focused("value"))).contains(value)) {
          page.keyboard().press("Space");
        }
      }
      case "file" -> {} // the system's own dialogue
      default -> {
        page.keyboard().press("Control+a");
        page.keyboard().type(value);
      }
    }
  }

  private static @Nullable String valueAt(Map<String, Object> answers, String name) {
    @Nullable Object place = answers;
    for (var key : name.split("\\.")) {
      if (place instanceof Map<?, ?> map) {
        place = map.get(key);
      } else if (place instanceof String date && date.matches("\\d{4}-\\d\\d-\\d\\d")) {
        var parts = date.split("-");
        return switch (key) {
          case "year" -> parts[0];
          case "month" -> parts[1];
          case "day" -> parts[2];
          default -> null;
        };
      } else {
        return null;
      }
    }
    return place instanceof Map<?, ?> || place instanceof List<?> || place == null
        ? null
        : place.toString();
  }

  private Object focused(String expression) {
    var value = page.evaluate("document.activeElement." + expression);
    return value == null ? "" : value;
  }

  private static String quoted(String selector) {
    return "\"" + selector + "\"";
  }
}
