package ch.meinkonto.entrance;

import java.util.List;
import java.util.Map;

/**
 * A rush as the desk shows it.
 *
 * @param name its services
 * @param state the key of what it is now
 * @param acts what may be done with it: the last part of the address
 * @param figures term and number
 * @param plan term and text
 * @param curves how it goes
 */
public record RushView(
    String path,
    String name,
    String opens,
    String state,
    boolean under,
    List<String> acts,
    List<Map.Entry<String, String>> figures,
    List<Map.Entry<String, String>> plan,
    List<Curve> curves) {}
