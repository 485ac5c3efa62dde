package ch.meinkonto.statistics;

import java.util.List;
import java.util.Map;

/**
 * The page with the numbers.
 *
 * @param sample whether they were made up for the demo
 * @param until the last month that is published
 * @param keys the numbers that one looks for first: what, and how many
 */
public record Overview(
    Choice choice,
    boolean sample,
    String until,
    List<Map.Entry<String, String>> keys,
    List<Section> sections) {}
