package ch.meinkonto.statistics;

import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.Map;

/** How what is made up for a demo is spread over kinds of login and time spans. */
final class SampleShapes {

  private SampleShapes() {}

  /** What share falls on what; together about one. */
  record Shape(Map<String, Double> shares) {}

  /** Passwords at first; then the app, logins from outside, passkeys. */
  static Shape logins(YearMonth month) {
    var year = month.getYear() + (month.getMonthValue() - 1) / 12.0;
    var shares = new LinkedHashMap<String, Double>();
    shares.put("mca", grown(year, 2019, 0.03, 0.22));
    shares.put("fed", grown(year, 2021, 0.01, 0.06));
    shares.put("hwk", grown(year, 2023, 0.05, 0.2));
    shares.put("pwd", 1 - shares.values().stream().mapToDouble(Double::doubleValue).sum());
    return new Shape(shares);
  }

  static Shape confirmations(YearMonth month) {
    var year = month.getYear() + (month.getMonthValue() - 1) / 12.0;
    var shares = new LinkedHashMap<String, Double>();
    shares.put("mca", grown(year, 2019, 0.08, 0.45));
    shares.put("hwk", grown(year, 2023, 0.05, 0.15));
    shares.put("otp", 0.15);
    shares.put("lookup", 0.005);
    shares.put("sms", 1 - shares.values().stream().mapToDouble(Double::doubleValue).sum());
    return new Shape(shares);
  }

  private static double grown(double year, int since, double eachYear, double most) {
    return Math.clamp((year - since) * eachYear, 0, most);
  }

  /** Some systems ask all the time, some each hour, some each night. */
  static Shape taking(double speed) {
    return around(speed < 0.6 ? 0.3 : speed < 0.85 ? 2 : 4, 0.9);
  }

  /** Some answer at once, most within days. */
  static Shape answering(double speed) {
    return around(speed < 0.15 ? 1 : 4.2 + 2.5 * speed, 1.3);
  }

  /** A hill around one of the time spans. */
  private static Shape around(double middle, double width) {
    var hills = new LinkedHashMap<String, Double>();
    var whole = 0.0;
    var at = 0;
    for (var wait : Wait.values()) {
      var far = (at++ - middle) / width;
      var hill = Math.exp(-far * far / 2);
      hills.put(wait.code(), hill);
      whole += hill;
    }
    var all = whole;
    hills.replaceAll((_, hill) -> hill / all);
    return new Shape(hills);
  }
}
