package ch.meinkonto.operations;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The keys of a unit.
 *
 * @param trouble what is wrong with them, in words; null when nothing is
 */
public record UnitKeysView(String name, List<KeyView> keys, @Nullable String trouble) {}
