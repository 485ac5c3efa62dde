package ch.meinkonto.entrance;

import java.util.List;

/**
 * Numbers over the last minutes, as lines from left to right.
 *
 * @param told the same in words, for who does not see it
 * @param key what the lines mean; empty when there is one only
 * @param scale where lines of the grid lie, and what they stand for
 * @param times the same of times
 */
public record Curve(
    String title,
    String told,
    List<String> key,
    List<Mark> scale,
    List<Mark> times,
    String area,
    String line,
    String second) {

  public static final int WIDTH = 720;
  public static final int HEIGHT = 220;
  public static final int LEFT = 64;
  public static final int FLOOR = 188;

  static final int TOP = 12;

  /** A place in the drawing and what stands there. */
  public record Mark(double at, String label) {}
}
